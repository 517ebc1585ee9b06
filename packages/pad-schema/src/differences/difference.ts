import type { Block, Cell, Inline, Marks, Table } from '../document.ts'
import type { LineShape } from '../line.ts'

/** So many characters of a block's words, and the id of the person whose they are, if it is known. A hard break counts as one. */
export type Share = { length: number; by: string | undefined }

/**
 * A block as it stood at one moment. `id` is that of its element, the same as long as the element lives; `shares` says of the older moment
 * who took the words away since, of the newer one who wrote them; `shapedBy` who made it what it is, `movedBy` who put it where it is.
 */
export type Standing = {
  block: Block
  id?: string | undefined
  shares?: readonly Share[] | undefined
  shapedBy?: string | undefined
  movedBy?: string | undefined
}

/** A stretch of words that two versions of a line have in common or not. `was` is what it wore before, if that has changed. */
export type Piece =
  | { is: 'kept'; inline: Inline; was?: Marks }
  | { is: 'added' | 'removed'; inline: Inline; by: string | undefined }

/** What became of the words and the shape of a line, or of what stands in its place. `shape` is undefined if that stayed. */
export type LineChange = {
  shape: { before: LineShape; after: LineShape; by: string | undefined } | undefined
  words: Piece[]
}

/** What became of a table. `header` says whether its first row names the columns, if that has changed. */
export type TableChange = { header: { before: boolean; after: boolean } | undefined; rows: RowStep[] }

/** One step down the rows of both versions of a table. */
export type RowStep =
  | { is: 'kept'; cells: CellStep[] }
  | { is: 'added' | 'removed'; row: Cell[]; by: readonly string[] }

/** One step along a row, column by column. `cell` is the newer where there are two. */
export type CellStep =
  | { is: 'kept'; cell: Cell; difference: Difference }
  | { is: 'added' | 'removed'; cell: Cell; by: readonly string[] }

/** One step through both documents at once: down the old one, and down the new one. `block` is the newer where there are two. */
export type Step =
  | { is: 'kept'; block: Block }
  | { is: 'changed'; change: LineChange; block: Block }
  | { is: 'table changed'; change: TableChange; block: Table }
  | { is: 'added' | 'removed'; block: Block; by: readonly string[] }
  /** The block left this place, and stands where the step `moved here` of the same number is. */
  | { is: 'moved away'; move: number; block: Block }
  | { is: 'moved here'; move: number; change: LineChange | undefined; block: Block; by: readonly string[] }

/** What is different between two documents, in the order of both. Equal documents have nothing but steps that are `kept`. */
export type Difference = { steps: Step[] }
