import * as Y from 'yjs'
import type { BlockId } from '../line-name.ts'
import { itemsOf, typeIn, type YType } from './items.ts'

/** The first and the last character of a passage, by their lasting ids. */
export type Anchor = { first: BlockId; last: BlockId }

/** A stretch of a block: characters and breaks are counted, as the editor counts them, from the block's beginning. In a table: undefined. */
export type PassagePart = { block: number; stretch: { from: number; to: number } | undefined }

/** What is left of a passage. */
export type Passage = { words: string; parts: PassagePart[] }

/** A place beside a character: in a block, so many characters and breaks from its beginning; in a table: undefined. */
export type TextPlace = { block: number; offset: number | undefined }

/** Words of a comment's passage are kept up to here. */
const MOST_WORDS = 2_000

/** What is left of a passage in a document; null when nothing of it is. Deleted characters still tell where the passage begins and ends. */
export function passageOf(fragment: Y.XmlFragment, anchor: Anchor): Passage | null {
  return passagesOf(fragment, [anchor])[0] ?? null
}

/** The same for many, for which the document is read once. */
export function passagesOf(fragment: Y.XmlFragment, anchors: readonly Anchor[]): (Passage | null)[] {
  if (anchors.length === 0) return []
  const all = runsOf(fragment)
  return anchors.map((anchor) => passageIn(all, anchor))
}

function passageIn(all: readonly Run[], anchor: Anchor): Passage | null {
  const first = all.findIndex((run) => holds(run, anchor.first))
  const last = all.findLastIndex((run) => holds(run, anchor.last))
  if (first < 0 && last < 0) return null
  // One end may have gone with its line: the passage is what is left of the line of the other.
  const begin = first >= 0 ? first : all.findIndex(({ block }) => block === all[last]?.block)
  const end = last >= 0 ? last : all.findLastIndex(({ block }) => block === all[first]?.block)
  if (end < begin) return null

  const parts: PassagePart[] = []
  let words = ''
  for (let at = begin; at <= end; at++) {
    const run = all[at]
    if (!run || run.text === '') continue
    const from = at === first ? anchor.first.clock - run.clock : 0
    const to = at === last ? anchor.last.clock - run.clock + 1 : run.text.length
    if (to <= from) continue
    const before = parts.at(-1)
    if (before && before.block !== run.block) words += ' '
    if (words.length < MOST_WORDS) words += run.text.slice(from, to)
    const stretch = run.offset === undefined ? undefined : { from: run.offset + from, to: run.offset + to }
    if (before?.block !== run.block) parts.push({ block: run.block, stretch })
    else if (before.stretch && stretch) before.stretch.to = stretch.to
  }
  return words.trim() === '' ? null : { words: words.slice(0, MOST_WORDS), parts }
}

/** The anchor of what lies between two places; null where there are no words. */
export function anchorBetween(fragment: Y.XmlFragment, from: TextPlace, to: TextPlace): Anchor | null {
  let first: BlockId | undefined
  let last: BlockId | undefined
  for (const { block, offset, client, clock, text } of runsOf(fragment)) {
    if (text === '' || block < from.block || block > to.block) continue
    const begin = block === from.block && from.offset !== undefined && offset !== undefined ? from.offset - offset : 0
    const end = block === to.block && to.offset !== undefined && offset !== undefined ? to.offset - offset : text.length
    const [at, upTo] = [Math.max(0, begin), Math.min(text.length, end)]
    if (upTo <= at) continue
    first ??= { client, clock: clock + at }
    last = { client, clock: clock + upTo - 1 }
  }
  return first && last ? { first, last } : null
}

/** Characters that one client wrote in one go; without text where they are deleted. */
type Run = { block: number; offset: number | undefined; client: number; clock: number; length: number; text: string }

const holds = ({ client, clock, length }: Run, id: BlockId): boolean =>
  client === id.client && clock <= id.clock && id.clock < clock + length

function runsOf(fragment: Y.XmlFragment): Run[] {
  const runs: Run[] = []
  let block = 0
  for (const item of itemsOf(fragment)) {
    const type = typeIn(item)
    if (type) collect(runs, type, block)
    block += 1
  }
  return runs
}

/** Deep down on a stack of its own: what comes from outside may be nested as deeply as it likes. */
function collect(runs: Run[], top: YType, block: number): void {
  const counts = top instanceof Y.XmlElement && top.nodeName === 'paragraph'
  let offset = 0
  const stack: (Y.Item | null)[] = [top._start]
  while (stack.length > 0) {
    const item = stack.pop()
    if (!item) continue
    stack.push(item.right)
    const { content, deleted, length, id } = item
    const type = typeIn(item)
    if (type instanceof Y.XmlText) stack.push(type._start)
    else if (type && !deleted) {
      if (counts) offset += 1
      else stack.push(type._start)
    } else if (deleted || content instanceof Y.ContentString) {
      const text = !deleted && content instanceof Y.ContentString ? content.str : ''
      runs.push({ block, offset: counts ? offset : undefined, client: id.client, clock: id.clock, length, text })
      offset += text.length
    }
  }
}
