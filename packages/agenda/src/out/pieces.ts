/**
 * A text made piece by piece. Whoever wants it takes a piece at a time and may do something else in between: an agenda of ten thousand
 * sessions is long, and people type meanwhile.
 */
export type Pieces = Generator<string, void>

/** The whole text at once. */
export function whole(pieces: Pieces): string {
  return [...pieces].join('')
}
