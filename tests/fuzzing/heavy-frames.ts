import type { ForgedStruct, ForgedUpdate } from '../../packages/sync/src/fuzzing/forge-update.ts'

/** Updates that are small for what they cost, and with which code the last of them is refused; null if it is not that bad. */
export type Heavy = { what: string; updates: ForgedUpdate[]; closes: number | null }

const WRITER = 4711
const ROOT = { root: 'default' }
const MANY = 40_000

const element = (name: string, rest: { origin?: Id; rightOrigin?: Id; parent?: Id } = {}): ForgedStruct => ({
  is: 'item',
  parent: ROOT,
  ...rest,
  content: { is: 'type', ref: 3, name },
})
const at = (clock: number): Id => ({ client: WRITER, clock })
const write = (structs: ForgedStruct[], clock = 0): ForgedUpdate => ({
  sections: [{ client: WRITER, clock, structs }],
  deletes: [],
})
const remove = (ranges: { clock: number; length: number }[]): ForgedUpdate => ({
  sections: [],
  deletes: [{ client: WRITER, ranges }],
})
/** A line at clock 0, its text at 1, the words from 2 on. */
const lineOf = (text: string): ForgedUpdate =>
  write([
    element('paragraph'),
    { is: 'item', parent: at(0), content: { is: 'type', ref: 6, name: '' } },
    { is: 'item', parent: at(1), content: { is: 'string', text } },
  ])
const list = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index))

type Id = { client: number; clock: number }

export const heavyFrames: Heavy[] = [
  {
    what: 'deletes every other character of a long text, which parts it once for each',
    updates: [lineOf('x'.repeat(400_000)), remove(list(200_000, (i) => ({ clock: 2 + 2 * i, length: 1 })))],
    closes: 4413,
  },
  {
    what: 'puts thousands of lines in one place, each in front of another',
    updates: [
      write([
        ...list(MANY / 2, (i) => element('paragraph', i > 0 ? { origin: at(i - 1) } : {})),
        ...list(MANY / 2, (i) => element('paragraph', { rightOrigin: at(MANY / 2 - 1 - i) })),
      ]),
    ],
    closes: 4413,
  },
  {
    what: 'brings words of thousands of strangers, which would cost every later change of the pad',
    updates: [
      { sections: list(5_000, (i) => ({ client: 1000 + i, clock: 0, structs: [element('paragraph')] })), deletes: [] },
    ],
    closes: 4413,
  },
  {
    what: 'is nested ten thousand deep, which ends a page on a smaller stack than ours',
    updates: [write(list(10_000, (i) => element('blockquote', i > 0 ? { parent: at(i - 1) } : {})))],
    closes: 4400,
  },
  {
    what: 'holds two million items in four megabytes',
    updates: [write(list(2_000_000, () => ({ is: 'gc', length: 1 })))],
    closes: 4413,
  },
  {
    what: 'types thousands of scattered pieces under a deleted line, which come back as one',
    updates: [
      lineOf('hello world'),
      remove([{ clock: 0, length: 13 }]),
      write(
        list(4_000, () => ({ is: 'item', parent: ROOT, rightOrigin: at(2), content: { is: 'string', text: 'ab' } })),
        13,
      ),
    ],
    closes: null,
  },
]
