import type { Person, TextDifferences } from '@forumpad/api'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ENGLISH } from '../../languages/words.ts'
import { CatchUp } from './catch-up.ts'
import { changeWords, type Missed, missedIn, missedWords } from './missed.ts'

const ada: Person = { id: 'ada', name: 'Ada', hue: 3 }
const ben: Person = { id: 'ben', name: 'Ben', hue: 7 }
const MINUTE = 60_000

describe('What somebody has missed', () => {
  const change = (by: string[], is: 'added' | 'removed' = 'added'): TextDifferences['changes'][number] => ({
    ...{ is, before: 1, after: 1, line: 'line-1-1', at: null, text: 'words', words: [], shape: null, looks: false, by },
  })
  const missed = (...changes: TextDifferences['changes']) =>
    missedIn({ from: { revision: 3, at: null }, to: { revision: 9, at: null }, people: [ada, ben], changes }, 'ada')

  test('is what others did, those whom nobody knows included', () => {
    expect(missed(change(['ada']), change(['ada', 'ben']), change([])).changes.map(({ people }) => people)).toEqual([
      [ben],
      [],
    ])
  })

  test.each([
    [[change(['ben'])], '1 change by Ben since you left'],
    [[change(['ben']), change(['ben', 'ada'])], '2 changes by Ben since you left'],
    [[change([])], '1 change since you left'],
  ])('is said in words', (changes, words) => {
    expect(missedWords(missed(...changes), ENGLISH.say)).toBe(words)
  })

  test('counts people, not their changes', () => {
    const changes = [ada, ben, ben].map((person) => ({ ...change([]), people: [person] }))
    expect(missedWords({ changes }, ENGLISH.say)).toBe('3 changes by 2 people since you left')
  })

  test('says of each change whose it is', () => {
    expect(changeWords({ is: 'changed', people: [ada, ben] }, ENGLISH.say)).toBe('Ada and Ben changed this line')
    expect(changeWords({ is: 'removed', people: [] }, ENGLISH.say)).toBe('Somebody removed a line here')
  })
})

describe('Coming back to a pad', () => {
  let now = 0
  let mark: number | null = null
  let timers: { at: number; callback: () => void }[] = []
  const asked = vi.fn<(from: number) => Promise<Missed | null>>()
  const missedSince = (from: number, count = 1): Missed => ({
    from,
    to: from + count,
    changes: Array.from({ length: count }, () => ({ is: 'added', line: null, at: null, text: '', people: [ben] })),
  })

  beforeEach(() => {
    now = 0
    mark = null
    timers = []
    asked.mockReset()
    asked.mockImplementation(async (from) => missedSince(from))
  })

  function opens(): CatchUp {
    const catchUp = new CatchUp({
      mark: {
        read: () => mark,
        write: (revision) => {
          mark = revision
        },
      },
      ask: asked,
      now: () => now,
      after(ms, callback) {
        const timer = { at: now + ms, callback }
        timers.push(timer)
        return () => {
          timers = timers.filter((each) => each !== timer)
        }
      },
    })
    catchUp.here(true)
    return catchUp
  }
  async function pass(ms: number): Promise<void> {
    now += ms
    const due = timers.filter(({ at }) => at <= now)
    timers = timers.filter(({ at }) => at > now)
    for (const { callback } of due) callback()
    await Promise.resolve()
    await Promise.resolve()
  }

  test('who comes for the first time has missed nothing, and is known the next time', async () => {
    opens().shows(12)
    await pass(0)
    expect([asked.mock.calls.length, mark]).toEqual([0, 12])
  })

  test('who has been here is told what came since', async () => {
    mark = 12
    const catchUp = opens()
    catchUp.shows(15)
    await pass(0)
    expect(asked).toHaveBeenCalledWith(12)
    expect(catchUp.missed()?.from).toBe(12)
    catchUp.dismiss()
    expect([catchUp.missed(), mark]).toEqual([null, 15])
    catchUp.shows(16)
    await pass(0)
    expect([asked.mock.calls.length, mark]).toEqual([1, 16])
  })

  test('who only looks in has not caught up; who stays has', async () => {
    mark = 12
    opens().shows(15)
    await pass(5_000)
    expect(mark).toBe(12)
    const stays = opens()
    stays.shows(15)
    await pass(20_000)
    expect(mark).toBe(15)
    stays.shows(18)
    expect(mark).toBe(18)
  })

  test('nothing is said where only one’s own changes came', async () => {
    mark = 12
    asked.mockImplementation(async (from) => missedSince(from, 0))
    const catchUp = opens()
    catchUp.shows(15)
    await pass(0)
    expect([catchUp.missed(), mark]).toEqual([null, 15])
  })

  test('a page that was out of sight tells what came meanwhile, and not what came before', async () => {
    const catchUp = opens()
    catchUp.shows(20)
    catchUp.here(false)
    await pass(MINUTE)
    catchUp.shows(24)
    expect(mark).toBe(20)
    catchUp.here(true)
    catchUp.shows(25)
    await pass(0)
    expect(asked.mock.calls).toEqual([[20]])
    expect(catchUp.missed()).not.toBeNull()
  })

  test('a glance at another window is no absence', async () => {
    const catchUp = opens()
    catchUp.shows(20)
    catchUp.here(false)
    await pass(MINUTE - 1)
    catchUp.shows(24)
    catchUp.here(true)
    catchUp.shows(25)
    expect([asked.mock.calls.length, mark]).toEqual([0, 25])
  })

  test('who comes back to the same text is not told later of what they saw coming', async () => {
    const catchUp = opens()
    catchUp.shows(20)
    catchUp.here(false)
    await pass(MINUTE)
    catchUp.here(true)
    catchUp.shows(20)
    catchUp.shows(21)
    await pass(0)
    expect(asked).not.toHaveBeenCalled()
  })
})
