import type { Block, Cell, Line } from '../document.ts'
import { line } from '../line.ts'
import { linesOnly, rowsAsLines, squareTable } from '../table.ts'

/** Gathers the rows of a table as they are read. */
export class TableWriter {
  readonly #rows: Cell[][] = []
  #header: boolean
  #firstRowNames = true

  /** @param header whether the first row is known to name the columns; else its cells say so */
  constructor(header = false) {
    this.#header = header
  }

  row(): void {
    this.#rows.push([])
  }

  /** A cell begins; `header` if it names a column or a row. */
  cell(header = false): void {
    if (this.#rows.length === 0) this.row()
    if (this.#rows.length === 1 && !header) this.#firstRowNames = false
    this.#rows.at(-1)?.push([line('text')])
  }

  /** What stands in the cell that began last. */
  write(blocks: readonly Block[]): void {
    const lines = linesOnly(blocks)
    if (lines.length > 0) this.#rows.at(-1)?.splice(-1, 1, lines)
  }

  /** The table; the lines of its rows where it is too large, and those of its only cell, which is mostly there for the looks. */
  finish(): (Block | Line)[] {
    const rows = this.#rows.filter(({ length }) => length > 0)
    if (rows.length === 1 && rows[0]?.length === 1) return rows.flat(2)
    const [first] = rows
    const header = this.#header || (first !== undefined && first === this.#rows[0] && this.#firstRowNames)
    const table = squareTable(header, rows)
    return table === undefined ? rowsAsLines(rows) : [table]
  }
}
