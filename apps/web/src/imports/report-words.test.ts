import type { ImportChange, SessionFace } from '@forumpad/api'
import { expect, it } from 'vitest'
import { ENGLISH } from '../languages/words.ts'
import { countWords, factChanges, grouped, placeWords } from './report-words.ts'

const ZONE = 'America/New_York'

function face(change: Partial<SessionFace> = {}): SessionFace {
  return {
    ...{ title: 'NFV', start: '2017-05-10T18:40:00Z', end: '2017-05-10T19:20:00Z', room: 'Hynes 102', track: null },
    ...{ people: [], url: null, state: 'confirmed', description: null },
    ...change,
  }
}

function change(kinds: ImportChange['kinds'], more: Partial<ImportChange> = {}): ImportChange {
  return {
    ...{ kinds, fields: [], incoming: null, session: null, pad: null, edited: false, before: null, after: null },
    ...{ candidates: [], reason: null },
    ...more,
  }
}

const none = { added: 0, renamed: 0, moved: 0, changed: 0, cancelled: 0, missing: 0, unclear: 0, unchanged: 0 }

it('counts in one line, and leaves out what did not happen', () => {
  expect(countWords({ ...none, sessions: 21, added: 2, moved: 1, unchanged: 18 }, ENGLISH)).toBe(
    '21 sessions read: 2 new, 1 moved, 18 unchanged.',
  )
  expect(countWords({ ...none, sessions: 1 }, ENGLISH)).toBe('1 session read.')
})

it('shows each change once, what needs a decision first', () => {
  const both = change(['renamed', 'moved'])
  const groups = grouped([change(['added']), both, change(['unclear'])])
  expect(groups.map(({ heading }) => heading)).toEqual([
    'Unclear: decide which sessions these are',
    'Renamed',
    'New‖sessions',
  ])
  expect(groups[1]?.changes).toEqual([both])
})

it('says times as they are on the wall of the event', () => {
  expect(placeWords(face(), ZONE, ENGLISH)).toBe('Wed 10 May 14:40–15:20, Hynes 102')
  expect(placeWords(face({ start: null, end: null, room: null }), ZONE, ENGLISH)).toBe('no time yet')
})

it('puts before and after beside each other, fact by fact', () => {
  const moved = change(['moved'], {
    fields: ['start', 'room', 'people'],
    before: face(),
    after: face({ start: '2017-05-11T13:00:00Z', room: null, people: ['Ana', 'Curtis'] }),
  })
  expect(factChanges(moved, ZONE, ENGLISH)).toEqual([
    { fact: 'start', before: 'Wed 10 May 14:40', after: 'Thu 11 May 09:00' },
    { fact: 'room', before: 'Hynes 102', after: null },
    { fact: 'people', before: null, after: 'Ana, Curtis' },
  ])
  expect(factChanges(change(['added'], { after: face() }), ZONE, ENGLISH)).toEqual([])
})
