// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest'
import { changesIn, notedCopies, readNote, writeNote } from './copy-notes.ts'
import { openUnsentNote } from './unsent-note.ts'

const copy = { person: 'ada', pad: 'Föhn/1', epoch: 2, schema: 1 }
const changes = () => notedCopies(localStorage, 'ada').map(({ note }) => changesIn(note))

beforeEach(() => localStorage.clear())

describe('the notes on a device', () => {
  it('name the pads with unsent words of one person, the last first', () => {
    writeNote(localStorage, copy, { title: 'Föhn', visits: { 5: { saved: 1, changes: 2, at: 10 } } })
    writeNote(localStorage, { ...copy, pad: 'nfv' }, { title: 'NFV', visits: { 6: { saved: 0, changes: 1, at: 20 } } })
    writeNote(
      localStorage,
      { ...copy, person: 'grace' },
      { title: 'Hers', visits: { 7: { saved: 0, changes: 9, at: 30 } } },
    )
    expect(notedCopies(localStorage, 'ada').map(({ pad, epoch, note }) => [pad, epoch, note.title])).toEqual([
      ['nfv', 2, 'NFV'],
      ['Föhn/1', 2, 'Föhn'],
    ])
  })

  it('are gone when nothing is unsent', () => {
    const note = openUnsentNote(copy, 'Föhn', 5)
    note.wrote(1, 0)
    note.wrote(0, 9)
    expect(localStorage.length).toBe(0)
  })

  it('hold what each window wrote', () => {
    const [one, two] = [openUnsentNote(copy, 'Föhn', 5), openUnsentNote(copy, 'Föhn', 6)]
    one.wrote(1, 0)
    two.wrote(2, 0)
    expect(changes()).toEqual([3])
    one.wrote(0, 4)
    expect(changes()).toEqual([2])
  })

  it('keep what another window adds while the words of its earlier visit are sent', () => {
    openUnsentNote(copy, 'Föhn', 5).wrote(1, 0)
    openUnsentNote(copy, 'Föhn', 6).wrote(1, 0)
    const later = openUnsentNote(copy, 'Föhn', 7)
    expect(later.earlier.changes).toBe(2)
    writeNote(localStorage, copy, {
      title: 'Föhn',
      visits: { ...readNote(localStorage, copy)?.visits, 6: { saved: 0, changes: 4, at: 99 } },
    })
    later.settled()
    expect(changes()).toEqual([4])
  })

  it.each([
    '',
    '{',
    'null',
    '{"title":1,"visits":{}}',
    '{"title":"x","visits":{"a":{}}}',
    '{"title":"x","visits":{"1":{"saved":"0"}}}',
  ])('are not believed when they say %s', (text) => {
    localStorage.setItem('forumpad.unsent/ada/nfv/1/1', text)
    expect(notedCopies(localStorage, 'ada')).toEqual([])
  })

  it('are not mixed up with other things', () => {
    for (const key of ['forumpad.unsent/ada/nfv/x/1', 'forumpad.unsent/ada/%/1/1', 'forumpad.theme']) {
      localStorage.setItem(key, '{"title":"x","visits":{"1":{"saved":0,"changes":1,"at":1}}}')
    }
    expect(notedCopies(localStorage, 'ada')).toEqual([])
  })
})
