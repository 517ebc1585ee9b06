import * as Y from 'yjs'
import type { Line } from '../document.ts'
import { type BlockId, textOfBlock, wordsOfName } from '../line-name.ts'
import { isGoodBlock } from './good-block.ts'
import { itemsOf, setAttribute, typeIn } from './items.ts'
import { readLine } from './read-document.ts'

/** The line to tick; where it was written anew because somebody moved it, it is found by its first words (`wordsOfName`). */
export type LineToTick = BlockId & { words: string }

/**
 * Ticks a line of a document, or takes the tick away, in a transaction of the caller's. A line that is no task becomes one: its kind
 * changes and nothing of its words, so it keeps its identity and its authors.
 *
 * @param mayTick whether a line can be ticked at all
 * @returns `gone` where there is no such line any more, `cannot` where it may not be ticked; then nothing is changed
 */
export function tickLine(
  fragment: Y.XmlFragment,
  wanted: LineToTick,
  done: boolean,
  mayTick: (line: Line) => boolean,
): 'ticked' | 'gone' | 'cannot' {
  const element = elementOf(fragment, wanted)
  if (element === undefined) return 'gone'
  const line = readLine(element)
  if (!mayTick(line)) return 'cannot'
  if (line.kind !== 'task') setAttribute(element, 'kind', 'task')
  if (line.checked !== done) setAttribute(element, 'checked', done)
  return 'ticked'
}

function elementOf(fragment: Y.XmlFragment, { client, clock, words }: LineToTick): Y.XmlElement | undefined {
  const lines = [...itemsOf(fragment)].flatMap((item) => {
    const element = typeIn(item)
    const isLine = element instanceof Y.XmlElement && element.nodeName === 'paragraph' && isGoodBlock(element)
    return isLine ? [{ id: item.id, element }] : []
  })
  const same = lines.find(({ id }) => id.client === client && id.clock === clock)
  if (same || words === '') return same?.element
  return lines.find(({ element }) => wordsOfName(textOfBlock(readLine(element))) === words)?.element
}
