import { type AsideFromServer, CLOSE, LONGEST_ASIDE, type Person, readAside, writeAside } from '@forumpad/api'
import type { Frame, Wire } from '@forumpad/sync'
import { Type } from 'typebox'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAsides } from './asides.ts'
import { AsideRefusal, type Newcomer } from './guest.ts'

const ada: Person = { id: 'ada', name: 'Ada', hue: 1 }
const grace: Person = { id: 'grace', name: 'Grace', hue: 2 }

let framings: number
let now: number
let failures: unknown[]
let comings: string[]
let heard: string[]
let shutOut: string | undefined
let asides: ReturnType<typeof createAsides>

beforeEach(() => {
  framings = 0
  now = 1_000
  failures = []
  comings = []
  heard = []
  shutOut = undefined
  asides = createAsides({
    frame: (payload) => {
      framings += 1
      return { payload }
    },
    clock: { now: () => now },
    roleOf: ({ person }) => (person.id === shutOut ? null : person.name === 'Ada' ? 'organiser' : 'reader'),
    failed: (error) => failures.push(error),
  })
  asides.add({
    name: 'echo',
    ask: Type.Object({ words: Type.String({ maxLength: 10 }) }),
    hear: async ({ person, role }, { words }) => {
      heard.push(words)
      if (words === 'break') throw new Error('the disk is gone')
      if (role === 'reader') throw new AsideRefusal('not-allowed', 'You may read here.')
      return `${person.name}: ${words}`
    },
    came: ({ person }) => comings.push(`+${person.id}`),
    left: ({ person }) => comings.push(`-${person.id}`),
  })
})

/** A page of a person, and what it was told. */
function comes(person: Person, pad = 'edge') {
  const heard: AsideFromServer[] = []
  const frames: Frame[] = []
  let drained = () => {}
  const page = {
    heard,
    frames,
    queued: 0,
    closed: undefined as number | undefined,
    drains() {
      page.queued = 0
      drained()
    },
    async asks(body: unknown, feature = 'echo') {
      connection.receive(writeAside({ feature, ask: 7, body }))
      await Promise.resolve().then(() => {})
      await new Promise(setImmediate)
      return heard.at(-1)
    },
    sends: (frame: Uint8Array) => connection.receive(frame),
    leaves: () => connection.left(),
  }
  const wire: Wire = {
    send(sent) {
      frames.push(...sent)
      for (const { payload } of sent) heard.push(readAside(payload) as AsideFromServer)
    },
    queuedBytes: () => page.queued,
    onceDrained: (callback) => {
      drained = callback
    },
    close: (code) => {
      page.closed = code
    },
  }
  const connection = asides.admit({ pad, person, request: {} as Newcomer['request'] }, wire)
  return page
}

describe('A page', () => {
  it('is welcome with its role and the time of the server', () => {
    expect(comes(ada).heard).toEqual([{ is: 'welcome', role: 'organiser', now: 1_000 }])
  })

  it('asks a feature and gets its answer, under the name that the server knows', async () => {
    expect(await comes(ada).asks({ words: 'hello' })).toEqual({ is: 'answer', ask: 7, body: 'Ada: hello' })
  })

  it('has the role and the name of now, not of when it came', async () => {
    const page = comes(ada)
    asides.personChanged({ ...ada, name: 'Lady Lovelace' })
    expect(await page.asks({ words: 'hello' })).toMatchObject({ is: 'refusal', code: 'not-allowed' })
  })

  it('that is shut out is neither heard nor told anything, while its socket is still open', async () => {
    const [hers, his] = [comes(ada), comes(grace)]
    shutOut = 'ada'
    await hers.asks({ words: 'hello' })
    asides.tell('edge', 'echo', 'in private')
    expect(heard).toEqual([])
    expect(hers.heard).toHaveLength(1)
    expect(his.heard.at(-1)).toMatchObject({ is: 'news' })
  })

  it('hears no answer to what it asked just before it was shut out', async () => {
    const page = comes(ada)
    const answered = page.asks({ words: 'hello' })
    shutOut = 'ada'
    await answered
    expect(heard).toEqual(['hello'])
    expect(page.heard).toHaveLength(1)
  })

  it('is told what a feature refuses, and that something failed without what', async () => {
    expect(await comes(grace).asks({ words: 'hi' })).toEqual({
      is: 'refusal',
      ask: 7,
      code: 'not-allowed',
      text: 'You may read here.',
    })
    expect(await comes(ada).asks({ words: 'break' })).toMatchObject({ is: 'refusal', code: 'failed' })
    expect(failures).toHaveLength(1)
  })

  it.each([
    ['what no feature understands', { words: 'far too many words' }, 'echo'],
    ['what is no question', { sentence: 'x' }, 'echo'],
    ['a feature that is none', { words: 'hi' }, '__proto__'],
  ])('is refused %s', async (_, body, feature) => {
    expect(await comes(ada).asks(body, feature)).toMatchObject({ is: 'refusal', ask: 7, code: 'malformed' })
  })

  it.each([
    ['bytes that are no string', new Uint8Array([105, 200, 1, 1]), CLOSE.malformed],
    ['JSON of another shape', writeAside({ feature: 'echo', ask: -1 }), CLOSE.malformed],
    ['more than there is to say', writeAside('x'.repeat(LONGEST_ASIDE)), CLOSE.tooLarge],
  ])('is closed for %s', (_, frame, code) => {
    const page = comes(ada)
    page.sends(frame)
    expect(page.closed).toBe(code)
  })

  it('that asks without end is refused until it has waited, and stays', async () => {
    const page = comes(ada)
    for (let n = 0; n < 80; n++) await page.asks({ words: 'hello' })
    expect(page.heard.at(-1)).toMatchObject({ is: 'refusal', code: 'too-many' })
    now += 2_000
    expect(await page.asks({ words: 'hello' })).toMatchObject({ is: 'answer' })
    expect(page.closed).toBeUndefined()
  })
})

describe('News', () => {
  it('go to every page of the pad and to no other, framed once', () => {
    const pages = [comes(ada), comes(grace), comes(grace)]
    const elsewhere = comes(ada, 'fog')
    framings = 0
    asides.tell('edge', 'echo', 'hear, hear')
    const last = pages.map(({ frames }) => frames.at(-1))
    expect(new Set(last).size).toBe(1)
    expect(framings).toBe(1)
    expect(pages[1]?.heard.at(-1)).toEqual({ is: 'news', feature: 'echo', body: 'hear, hear' })
    expect(elsewhere.heard).toHaveLength(1)
  })

  it('that a slow line had no room for are said to be missing, once, when it reads again', () => {
    const slow = comes(grace)
    slow.queued = 5_000_000
    asides.tell('edge', 'echo', 1)
    asides.tell('edge', 'echo', 2)
    expect(slow.heard).toHaveLength(1)
    slow.drains()
    asides.tell('edge', 'echo', 3)
    expect(slow.heard.slice(1)).toEqual([{ is: 'missed' }, { is: 'news', feature: 'echo', body: 3 }])
  })
})

it('features hear who comes and goes, and can ask who is there', () => {
  const page = comes(grace)
  const other = comes(grace)
  page.leaves()
  expect(asides.isThere('edge', 'grace')).toBe(true)
  other.leaves()
  expect(asides.isThere('edge', 'grace')).toBe(false)
  expect(comings).toEqual(['+grace', '+grace', '-grace', '-grace'])
})
