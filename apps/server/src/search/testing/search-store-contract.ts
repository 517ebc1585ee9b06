import type { LinkScope, PadAccess, Person } from '@forumpad/api'
import { line } from '@forumpad/pad-schema'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roleOf } from '../../rights/role-of.ts'
import { notesLines } from '../notes-lines.ts'
import { readQuery } from '../search-query.ts'
import type { Readable, Search, SearchStore } from '../search-store.ts'

export type SearchUnderTest = {
  search: SearchStore
  setPadAccess(pad: string, access: PadAccess | null): Promise<void>
  setEventAccess(event: string, access: PadAccess | null): Promise<void>
  says(pad: string, person: Person, text: string): Promise<number>
  unsays(pad: string, message: number): Promise<void>
  renames(session: string, title: string): Promise<void>
  /** Notes that somebody wrote in a pad. */
  wrote(pad: string, person: Person): Promise<void>
  remove(): Promise<void>
}

const ada: Person = { id: 'ada', name: 'Ada Lovelace', hue: 1 }

/**
 * What every store of the search must do. It is opened with the event `boston` and its sessions "Kubernetes at the Edge" (pad `edge`, room
 * "Hynes 104", track "Forum", people "Grace Hopper", from 2017-05-10 14:00 to 15:00 UTC), "Opening" (pad `opening`, room "Ballroom",
 * track "Keynotes", the day after) and the free-standing pad `recipes`, called "Größe and taste".
 */
export function searchStoreContract(name: string, open: () => Promise<SearchUnderTest>): void {
  describe(`${name} searches`, () => {
    let under: SearchUnderTest
    let search: SearchStore
    beforeEach(async () => {
      under = await open()
      search = under.search
      while (await search.keepUp(2));
      await notes(
        'edge',
        'The budget for travel',
        'Release date unknown',
        'ACTION: Ana to ask for the budget',
        '会議で日本語',
      )
      await notes('opening', 'Welcome, travel safely', 'About ##roadmap and money')
      await notes('recipes', 'milk and budget')
    })
    afterEach(() => under.remove())

    const notes = (pad: string, ...lines: string[]) =>
      search.keepNotes(
        pad,
        notesLines(lines.map((text, place) => ({ name: `line-1-${place}`, block: line('text', text) }))),
      )
    const asking = (text: string, more: Partial<Search> = {}): Search => {
      const read = readQuery(text)
      if (read.is === 'refused') throw new Error(read.detail)
      return { query: read.query, days: undefined, readable: [], offset: 0, limit: 10, ...more }
    }
    const pads = async (text: string, more: Partial<Search> = {}) =>
      (await search.find(asking(text, more))).pads.map(({ name }) => name).sort()
    const lines = async (text: string) =>
      (await search.find(asking(text))).pads.flatMap(({ passages }) => passages.map((each) => each.text))

    it.each([
      ['budget', ['edge', 'recipes']],
      ['BUDGÉT', ['edge', 'recipes']],
      ['budget travel', ['edge']],
      ['travel kubernetes', ['edge']],
      ['"budget for travel"', ['edge']],
      ['"travel budget"', []],
      ['"travel release"', []],
      ['"travel"', ['edge', 'opening']],
      ['trav*', ['edge', 'opening']],
      ['rav*', []],
      ['budget -milk', ['edge']],
      ['budget -"release date"', ['recipes']],
      ['grosse', ['recipes']],
      ['日本', ['edge']],
      ['日語', []],
      ['hopper', ['edge']],
      ['kubernets', ['edge']],
      ['"kubernets"', []],
      ['bugdet', []],
      ['#action', ['edge']],
      ['#action budget', ['edge']],
      ['#action travel', []],
      ['#action kubernetes', ['edge']],
      ['#decision', []],
      ['##roadmap', ['opening']],
      ['roadmap', ['opening']],
      ['travel -##roadmap', ['edge']],
      ['nothing like it', []],
      ['AND', ['opening', 'recipes']],
      ['budget* OR NEAR(', []],
    ])('for %s', async (text, expected) => expect(await pads(text)).toEqual(expected))

    it.each([
      ['room:104', ['edge']],
      ['room:hynes budget', ['edge']],
      ['track:keynotes', ['opening']],
      ['event:boston', ['edge', 'opening']],
      ['event:denver', []],
      ['person:hopper', ['edge']],
      ['budget room:ballroom', []],
    ])('in what passes %s', async (text, expected) => expect(await pads(text)).toEqual(expected))

    it('on a day of an event, and by whoever wrote', async () => {
      const from = Date.UTC(2017, 4, 10)
      const days = [{ event: 'boston', from, to: from + 86_400_000 }]
      expect(await pads('day:2017-05-10', { days })).toEqual(['edge'])
      expect(await pads('day:2017-05-10', { days: [] })).toEqual([])
      await under.wrote('recipes', ada)
      expect(await pads('person:lovelace')).toEqual(['recipes'])
    })

    it('and gives the lines, those with the most of it first, then the chat', async () => {
      expect(await lines('budget for')).toEqual(['The budget for travel', 'ACTION: Ana to ask for the budget'])
      expect(await lines('#action')).toEqual(['ACTION: Ana to ask for the budget'])
      await under.says('edge', ada, 'Who pays the budget?')
      await search.keepUp(10)
      const [found] = (await search.find(asking('budget kubernetes'))).pads
      expect(found).toMatchObject({
        title: 'Kubernetes at the Edge',
        session: { event: { slug: 'boston' }, room: 'Hynes 104', people: ['Grace Hopper'] },
        passages: [
          { in: 'notes', line: 'line-1-0', text: 'The budget for travel' },
          { in: 'notes', line: 'line-1-2' },
          { in: 'chat', text: 'Who pays the budget?', by: 'Ada Lovelace' },
        ],
        moreLines: 0,
      })
    })

    it('what was said, and not what was taken back', async () => {
      const message = await under.says('opening', ada, 'a slip of the tongue')
      await search.keepUp(10)
      expect(await pads('tongue travel')).toEqual(['opening'])
      await under.unsays('opening', message)
      await search.keepUp(10)
      expect(await pads('tongue')).toEqual([])
    })

    it('the newest text and the newest title', async () => {
      await notes('edge', 'all is new')
      expect(await pads('budget')).toEqual(['recipes'])
      expect(await pads('new')).toEqual(['edge'])
      await notes('edge')
      expect(await pads('new')).toEqual([])
      await under.renames('edge', 'Fog computing')
      await search.keepUp(10)
      expect(await pads('fog')).toEqual(['edge'])
      expect(await pads('kubernetes')).toEqual([])
      expect(await pads('compuitng')).toEqual(['edge'])
    })

    it('in pages', async () => {
      const first = await search.find(asking('budget', { limit: 1 }))
      const second = await search.find(asking('budget', { limit: 1, offset: 1 }))
      expect([first.total, second.total]).toEqual([2, 2])
      expect([...first.pads, ...second.pads].map(({ name }) => name).sort()).toEqual(['edge', 'recipes'])
      expect(await search.find(asking('budget', { offset: 5 }))).toEqual({ total: 2, pads: [] })
    })

    it('with titles before notes', async () => {
      await notes('opening', 'edge edge edge')
      expect((await search.find(asking('edge'))).pads.map(({ name }) => name)).toEqual(['edge', 'opening'])
    })

    it('nothing in closed pads, for whoever has no link to them, nor counts them', async () => {
      await under.setPadAccess('recipes', 'closed')
      expect(await search.find(asking('budget'))).toMatchObject({ total: 1, pads: [{ name: 'edge' }] })
      await under.setEventAccess('boston', 'closed')
      expect(await search.find(asking('budget'))).toEqual({ total: 0, pads: [] })
      expect(await pads('event:boston')).toEqual([])
      expect(await pads('budget', { readable: [{ is: 'pad', pad: 'recipes' }] })).toEqual(['recipes'])
      expect(await pads('travel', { readable: [{ is: 'track', event: 'boston', track: 'Forum' }] })).toEqual(['edge'])
      expect(await pads('travel', { readable: [{ is: 'event', event: 'boston' }] })).toEqual(['edge', 'opening'])
      expect(await pads('budget', { readable: 'everything' })).toEqual(['edge', 'recipes'])
    })

    it('exactly what the rights allow', async () => {
      const access = fc.constantFrom<PadAccess | null>(null, 'open', 'by-link', 'closed')
      const scope = fc.oneof<fc.Arbitrary<LinkScope>[]>(
        fc.record({ is: fc.constant('pad'), pad: fc.constantFrom('edge', 'opening', 'recipes') }),
        fc.record({ is: fc.constant('event'), event: fc.constantFrom('boston', 'denver') }),
        fc.record({
          is: fc.constant('track'),
          event: fc.constantFrom('boston', 'denver'),
          track: fc.constantFrom('Forum', 'Keynotes'),
        }),
      )
      const places = [
        { pad: 'edge', event: 'boston', track: 'Forum' },
        { pad: 'opening', event: 'boston', track: 'Keynotes' },
        { pad: 'recipes', event: null, track: null },
      ]
      await fc.assert(
        fc.asyncProperty(
          fc.tuple(access, access, access),
          access,
          fc.array(scope, { maxLength: 3 }),
          async (ofPads, eventAccess, scopes) => {
            await under.setEventAccess('boston', eventAccess)
            for (const [place, { pad }] of places.entries()) await under.setPadAccess(pad, ofPads[place] ?? null)
            const grants = scopes.map((each) => ({ scope: each, role: 'reader' as const }))
            const expected = places.filter((place, at) => {
              const access = { access: ofPads[at] ?? null, eventAccess: place.event === null ? null : eventAccess }
              return roleOf({ isOrganiser: false, grants, place: { ...place, ...access, lock: null } }) !== null
            })
            const readable: Readable = scopes
            expect(await pads('trav* -xyz', { readable })).toEqual(
              expected.map(({ pad }) => pad).filter((pad) => pad !== 'recipes'),
            )
            expect(await pads('a* -xyz', { readable })).toEqual(expected.map(({ pad }) => pad))
          },
        ),
        { numRuns: 40 },
      )
    })
  })
}
