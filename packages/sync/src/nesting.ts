import * as Y from 'yjs'

type Struct = Y.Item | Y.GC | Y.Skip

/**
 * Whether an update nests types deeper than `most` in each other. Yjs deletes and forgets what is nested by calling itself, and each
 * browser bears another depth: what one server just bears may end a page, or the next opening of the pad.
 */
export function nestsDeeper(structs: readonly Struct[], most: number): boolean {
  let types = 0
  for (const struct of structs) if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) types += 1
  return types > most && deepest(structs) > most
}

function deepest(structs: readonly Struct[]): number {
  const byClient = new Map<number, Y.Item[]>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const list = byClient.get(struct.id.client)
    if (list) list.push(struct)
    else byClient.set(struct.id.client, [struct])
  }
  for (const list of byClient.values()) list.sort((a, b) => a.id.clock - b.id.clock)
  const find = (id: Y.ID | null) => (id ? itemAt(byClient.get(id.client) ?? [], id.clock) : undefined)
  const levels = new Map<Y.Item, number>()
  let most = 0
  for (const struct of structs) if (struct instanceof Y.Item) most = Math.max(most, levelOf(struct, find, levels))
  return most
}

type Find = (id: Y.ID | null) => Y.Item | undefined

/** Infinite for what is nested in itself. Without recursion, since it is about depth. */
function levelOf(item: Y.Item, find: Find, levels: Map<Y.Item, number>): number {
  const path: { item: Y.Item; step: number }[] = []
  let at: Y.Item | undefined = item
  let level = 0
  while (at) {
    const known = levels.get(at)
    if (known !== undefined) {
      level = known
      break
    }
    levels.set(at, Number.POSITIVE_INFINITY)
    // As it was read, the parent is an id, the name of a root, or null when it is that of the neighbour.
    const parent: unknown = at.parent
    const isInParent = parent instanceof Y.ID
    path.push({ item: at, step: isInParent ? 1 : 0 })
    at = isInParent ? find(parent) : (find(at.origin) ?? find(at.rightOrigin))
  }
  for (const { item, step } of path.reverse()) {
    level += step
    levels.set(item, level)
  }
  return level
}

function itemAt(items: readonly Y.Item[], clock: number): Y.Item | undefined {
  let low = 0
  let high = items.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const item = items[middle]
    if (!item) return undefined
    if (clock < item.id.clock) high = middle - 1
    else if (clock >= item.id.clock + item.length) low = middle + 1
    else return item
  }
}

/** Whether a value from JSON or lib0 is nested deeper than `most`. */
export function isDeepValue(value: unknown, most: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}
