import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PadState } from '../pad-connection.ts'
import { saveRevision, whyNot } from './save-revision.ts'

const SAVED: PadState = {
  ...{ badge: { is: 'saved', at: null }, ready: true, writable: true, refused: null, notice: null, isUnsent: false },
}
let state = SAVED
let listeners = new Set<() => void>()
const connection = {
  state: () => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  copyId: { person: 'ada', pad: 'Föhn~1', epoch: 1, schema: 1 },
}
const asked = vi.fn(async (..._: Parameters<typeof fetch>) => Response.json({ revision: 7, label: 'Vote' }))

beforeEach(() => {
  state = SAVED
  listeners = new Set()
  asked.mockClear()
  vi.stubGlobal('fetch', asked)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('what was typed last is saved too: it is waited for', async () => {
  state = { ...SAVED, isUnsent: true }
  const saving = saveRevision(connection, 'Vote')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).not.toHaveBeenCalled()
  state = SAVED
  for (const listener of listeners) listener()
  expect(await saving).toMatchObject({ is: 'done', body: { revision: 7 } })
  const [path, request] = asked.mock.calls[0] ?? []
  expect([path, request?.body]).toEqual(['/api/v1/pads/F%C3%B6hn~1/saved', '{"label":"Vote"}'])
  expect(listeners.size).toBe(0)
})

test('it is not waited for without end', async () => {
  state = { ...SAVED, isUnsent: true }
  const saving = saveRevision(connection, '')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await saving).toMatchObject({ is: 'problem' })
  expect(asked).not.toHaveBeenCalled()
})

test('where none can be saved, a sentence says why', async () => {
  expect(whyNot(SAVED)).toBeNull()
  expect(whyNot({ ...SAVED, writable: false, badge: { is: 'frozen', since: 1, changes: 0 } })).toMatch(/frozen/)
  expect(whyNot({ ...SAVED, writable: false, badge: { is: 'read-only', changes: 0 } })).toMatch(/may read/)
  expect(whyNot({ ...SAVED, badge: { is: 'offline', changes: 0, copy: 'kept' } })).toMatch(/Offline/)
})
