import { expect, test } from 'vitest'
import { clashesOf, clashGroups } from './clashes.ts'

const at = (title: string, start: string | null, end: string | null) => ({
  session: {
    ...{ id: title, event: 'bos', title, description: null, sampleTime: false, room: null, track: null, people: [] },
    ...{ url: null, state: 'confirmed' as const, pad: title },
    start: start && `2017-05-10T${start}:00Z`,
    end: end && `2017-05-10T${end}:00Z`,
  },
})
const titles = (entries: readonly { session: { title: string } }[]) =>
  entries.map(({ session }) => session.title).join()

test('sessions that run at the same time stand together; those that follow each other do not', () => {
  const fog = at('fog', '10:00', '10:40')
  const nfv = at('nfv', '10:30', '11:10')
  const helm = at('helm', '11:00', null)
  const lunch = at('lunch', '12:00', '13:00')
  const groups = clashGroups([lunch, helm, nfv, fog, at('somewhen', null, null)])
  expect(groups.map(titles)).toEqual(['fog,nfv,helm', 'lunch'])
  expect(titles(clashesOf(fog, groups[0] ?? []))).toBe('nfv')
  expect(titles(clashesOf(nfv, groups[0] ?? []))).toBe('fog,helm')
  expect(titles(clashesOf(lunch, groups[1] ?? []))).toBe('')
})
