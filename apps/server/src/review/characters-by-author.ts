import { type CreditMap, SERVER_PERSON } from '@forumpad/api'
import * as Y from 'yjs'

/**
 * How many characters of each block somebody wrote, by the id of the block's item (`CLIENT-CLOCK`) and the id of the person. The template is
 * nobody's, and neither are blanks between words.
 */
export function charactersByAuthor(
  fragment: Y.XmlFragment,
  credits: Pick<CreditMap, 'slice'>,
): Map<string, Map<string, number>> {
  const blocks = new Map<string, Map<string, number>>()
  for (const item of itemsThere(fragment)) {
    const by = new Map<string, number>()
    count(item, credits, by)
    blocks.set(`${item.id.client}-${item.id.clock}`, by)
  }
  return blocks
}

/** Those of a list that are not deleted. */
function* itemsThere(type: { _start: Y.Item | null }): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.countable) yield item
}

function count(item: Y.Item, credits: Pick<CreditMap, 'slice'>, by: Map<string, number>): void {
  const { content, id } = item
  if (content instanceof Y.ContentType) for (const inner of itemsThere(content.type)) count(inner, credits, by)
  if (!(content instanceof Y.ContentString)) return
  for (const { author, from, to } of credits.slice(id.client, id.clock, id.clock + item.length)) {
    if (author === SERVER_PERSON) continue
    const words = content.str.slice(from - id.clock, to - id.clock).replace(/\s+/g, '').length
    if (words > 0) by.set(author, (by.get(author) ?? 0) + words)
  }
}
