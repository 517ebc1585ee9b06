import * as Y from 'yjs'

/**
 * Every character that is typed occurs once in a schedule. Some are outside the BMP, two UTF-16 units each, of which the second tells them
 * apart. A traced character is known by that unit.
 */
const FIRST = 0x4e00
const FIRST_PAIR = 0x20000

/** The n-th character of a schedule. */
export function characterFor(n: number): string {
  return n % 7 === 3 && n < 7_000
    ? String.fromCodePoint(FIRST_PAIR + Math.floor(n / 7))
    : String.fromCharCode(FIRST + n)
}

/** The unit by which a character is known. */
export function unitOf(character: string): number {
  return character.charCodeAt(character.length - 1)
}

/** Whether a UTF-16 unit is one of a traced character. */
export function isTraced(unit: number): boolean {
  return (unit >= FIRST && unit < FIRST + 20_000) || (unit >= 0xdc00 && unit < 0xe000)
}

/** The traced characters of an update that are there when it is read. */
export function charactersOf(update: Uint8Array): number[] {
  const found: number[] = []
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Item) for (const [unit] of tracedIn(struct)) found.push(unit)
  }
  return found
}

/** The traced characters of an item, with their clocks. */
export function tracedIn({ content, id }: Y.Item): [unit: number, clock: number][] {
  if (!(content instanceof Y.ContentString)) return []
  const found: [number, number][] = []
  for (let i = 0; i < content.str.length; i++) {
    const unit = content.str.charCodeAt(i)
    if (isTraced(unit)) found.push([unit, id.clock + i])
  }
  return found
}

/** The traced characters that can be seen in a document, in order, with their ids. */
export function* visibleIn(type: unknown): Generator<{ unit: number; client: number; clock: number }> {
  if (type instanceof Y.XmlText) {
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue
      for (const [unit, clock] of tracedIn(item)) yield { unit, client: item.id.client, clock }
    }
  } else if (type instanceof Y.XmlFragment) {
    for (const child of type.toArray()) yield* visibleIn(child)
  }
}
