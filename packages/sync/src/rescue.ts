import * as Y from 'yjs'
import type { RescuePlace } from './ports.ts'

/** Characters that were typed under something deleted, and what they were typed beside. */
export type Lost = { id: Y.ID; text: string; origin: Y.ID | null; rightOrigin: Y.ID | null; parent: Y.ID | null }

/** Items that are under something deleted: the block they stood in, and where they were put back, item by item, if they were. */
type Grave = { id: Y.ID; length: number; after: Y.ID; back: Y.ID | undefined }

/** How much is remembered. Whoever types on into a line that was deleted long ago gets a new line at its place or at the end. */
const MOST_GRAVES = 4000

/**
 * Which words an update loses though nobody wanted to delete them: typed into a line that is deleted already, or in a line that the
 * update deletes by somebody who had not seen them yet. They are known by the update's own list of deletions: an editor names
 * everything that it deletes and had seen. Yjs forgets what was in a deleted line, so its place is remembered here.
 */
export class Rescue {
  #graves: Grave[] = []
  /** The last character of what was put back for somebody from a block. */
  readonly #ends = new Map<string, Y.ID>()

  /** Notes where deleted elements stood. To be called in `afterTransaction`. */
  watch({ deleteSet, doc }: Y.Transaction, root: Y.XmlFragment): void {
    for (const item of deletedItems(deleteSet, doc)) {
      if (!(item.content instanceof Y.ContentType)) continue
      const after = blockOf(item, root)?.id
      if (!after) continue
      this.#bury({ id: item.id, length: 1, after, back: undefined })
      for (let child = item.content.type._start; child; child = child.right) {
        this.#bury({ id: child.id, length: child.length, after, back: undefined })
      }
    }
  }

  /**
   * Puts words back, in the order of their ids, so that what is typed in one go stays in one line.
   *
   * @param write puts words at a place; gives the id of their first character
   */
  putBack(lost: readonly Lost[], fallback: (lost: Lost) => Y.ID | undefined, write: Write): void {
    for (const each of lost) {
      const near = [each.origin, each.rightOrigin, each.parent]
        .map((id) => id && this.#grave(id))
        .find((grave) => grave)
      const after = near?.after ?? fallback(each)
      const key = `${each.id.client} ${after?.client} ${after?.clock}`
      const beside = this.#beside(each, key)
      // A line does not begin with a space; nor does a space alone make one.
      const blank = beside ? 0 : each.text.length - each.text.trimStart().length
      const { id, text } = each
      const words = text.slice(blank)
      const grave = { after: after ?? id, back: undefined }
      if (blank > 0) this.#bury({ ...grave, id, length: blank })
      if (words === '') continue
      const back = write(words, { beside, after })
      this.#bury({ ...grave, id: Y.createID(id.client, id.clock + blank), length: words.length, back })
      this.#ends.set(key, Y.createID(back.client, back.clock + words.length - 1))
    }
  }

  #beside({ origin, rightOrigin }: Lost, key: string): RescuePlace['beside'] {
    const left = origin && this.#whereBack(origin)
    if (left) return { id: left, side: 'after' }
    const right = rightOrigin && this.#whereBack(rightOrigin)
    if (right) return { id: right, side: 'before' }
    const end = this.#ends.get(key)
    return end && { id: end, side: 'after' }
  }

  #whereBack(id: Y.ID): Y.ID | undefined {
    const grave = this.#grave(id)
    return grave?.back && Y.createID(grave.back.client, grave.back.clock + id.clock - grave.id.clock)
  }

  #grave({ client, clock }: Y.ID): Grave | undefined {
    return this.#graves.findLast(
      ({ id, length }) => id.client === client && id.clock <= clock && clock < id.clock + length,
    )
  }

  #bury(grave: Grave): void {
    this.#graves.push(grave)
    if (this.#graves.length > 2 * MOST_GRAVES) this.#graves = this.#graves.slice(-MOST_GRAVES)
    if (this.#ends.size > MOST_GRAVES) this.#ends.clear()
  }
}

export type Write = (words: string, place: RescuePlace) => Y.ID

/** The item of the root's list that an item is, or is in. */
function blockOf(item: Y.Item, root: Y.XmlFragment): Y.Item | undefined {
  let at: Y.Item | null = item
  while (at && at.parent !== root) at = (at.parent as Y.AbstractType<unknown> | null)?._item ?? null
  return at ?? undefined
}

function deletedItems(deleteSet: Y.Transaction['deleteSet'], doc: Y.Doc): Y.Item[] {
  const items: Y.Item[] = []
  for (const [client, ranges] of deleteSet.clients) {
    for (const { clock, len } of ranges) {
      for (const struct of structsIn(doc, client, clock, clock + len)) if (struct instanceof Y.Item) items.push(struct)
    }
  }
  return items
}

export function structsIn(doc: Y.Doc, client: number, from: number, to: number): (Y.Item | Y.GC)[] {
  const structs = doc.store.clients.get(client) ?? []
  const found: (Y.Item | Y.GC)[] = []
  for (let i = Y.findIndexSS(structs, from); i < structs.length; i++) {
    const struct = structs[i]
    if (!struct || struct.id.clock >= to) break
    found.push(struct)
  }
  return found
}

/** Where the line most likely stood whose text has this id, if nobody remembers: an editor writes a line's text right after the line. */
export function likelyBlock(root: Y.XmlFragment, { parent, origin, rightOrigin }: Lost): Y.ID | undefined {
  const near = parent ?? origin ?? rightOrigin
  let best: Y.ID | undefined
  for (let item = root._start; near && item; item = item.right) {
    const { client, clock } = item.id
    if (item.deleted && client === near.client && clock <= near.clock && clock >= (best?.clock ?? 0)) best = item.id
  }
  return best
}
