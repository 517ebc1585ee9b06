import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { HeldMessages } from './held-messages.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Messages as they are applied, each of which takes so many milliseconds; those that come together are in brackets. */
function pad(took = 0) {
  const applied: string[] = []
  let now = 0
  const together = (apply: () => void) => {
    const before = applied.length
    apply()
    const texts = applied.splice(before)
    applied.push(texts.length > 1 ? `[${texts.join(' ')}]` : (texts[0] ?? ''))
  }
  const held = new HeldMessages(together, () => now)
  const reads = (message: string) => () => {
    applied.push(message)
    now += took
  }
  return {
    held,
    applied,
    hears: (message: string) => held.take(reads(message)),
    hearsText: (words: string) => held.takeText(reads(words)),
  }
}

it('lets what others write through, but while a word is composed', () => {
  const { held, applied, hears } = pad()
  hears('one')
  held.hold()
  hears('two')
  hears('three')
  expect(applied).toEqual(['one'])
  held.letGo()
  vi.advanceTimersByTime(99)
  hears('four')
  expect(applied).toEqual(['one'])
  vi.advanceTimersByTime(1)
  expect(applied).toEqual(['one', 'two', 'three', 'four'])
  hears('five')
  expect(applied).toHaveLength(5)
})

it('goes on waiting when the next word follows at once', () => {
  const { held, applied, hears } = pad()
  held.hold()
  hears('one')
  held.letGo()
  vi.advanceTimersByTime(50)
  held.hold()
  vi.advanceTimersByTime(500)
  expect(applied).toEqual([])
  held.letGo()
  vi.advanceTimersByTime(100)
  expect(applied).toEqual(['one'])
})

it('leaves nobody blind who never finishes a word', () => {
  const { held, applied, hears } = pad()
  held.hold()
  hears('one')
  vi.advanceTimersByTime(10_000)
  hears('two')
  expect(applied).toEqual(['one', 'two'])
})

it('applies the text that waited as one change, and then what is about it', () => {
  const { held, applied, hears, hearsText } = pad()
  held.hold()
  hearsText('one')
  hears('cursor')
  hearsText('two')
  hears('author')
  held.release()
  expect(applied).toEqual(['[one two]', 'cursor', 'author'])
})

it('leaves the page alone for a while after what took long, and not after what did not', () => {
  const quick = pad(1)
  for (const words of ['one', 'two', 'three']) quick.hearsText(words)
  expect(quick.applied).toEqual(['one', 'two', 'three'])

  const { applied, hears, hearsText } = pad(20)
  for (const words of ['one', 'two', 'three']) hearsText(words)
  hears('cursor')
  expect(applied).toEqual(['one'])
  vi.advanceTimersByTime(119)
  expect(applied).toEqual(['one'])
  vi.advanceTimersByTime(1)
  expect(applied).toEqual(['one', '[two three]', 'cursor'])
  hearsText('four')
  vi.advanceTimersByTime(400)
  expect(applied.at(-1)).toBe('four')
})

it('does not end a composed word because the page was left alone long enough', () => {
  const { held, applied, hearsText } = pad(20)
  hearsText('one')
  hearsText('two')
  held.hold()
  vi.advanceTimersByTime(1_000)
  expect(applied).toEqual(['one'])
  held.release()
  expect(applied).toEqual(['one', 'two'])
})
