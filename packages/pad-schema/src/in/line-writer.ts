import type { Block, Image, Line, LineKind, Marks, PadDocument } from '../document.ts'
import { clamp, isListKind, isStart, type LineAttributes, line, shapeOf } from '../line.ts'
import { appendText } from '../marks.ts'
import { TableWriter } from './table-writer.ts'

/** Something that is open around the words being written. */
export type Frame =
  | { is: 'list'; kind: 'bullet' | 'number' | 'task'; start?: number }
  /** `checked` makes the entry a task, whatever its list is. */
  | { is: 'item'; checked?: boolean }
  | { is: 'quote' }
  | { is: 'callout' }
  | { is: 'code' }
  | { is: 'heading'; level: number }
  /** A block of words; with `keep` it is a line even when it is empty. `level` is the indent of a text line. */
  | { is: 'block'; keep?: boolean; level?: number }
  /** One of our own lines. */
  | { is: 'line'; attributes: LineAttributes }
  /** Rows outside of a table, and those of a table within a cell, are lines whose cells are divided by bars. */
  | { is: 'table'; header?: boolean }
  | { is: 'row' }
  | { is: 'cell'; header?: boolean }

type OpenFrame = Frame & { blocksBefore: number; wrote: boolean; entries: number }

const NOTHING_OPEN = { item: 0, quote: 0, callout: 0, code: 0, row: 0, list: 0 }

/** Frames that say nothing about the lines in them. */
const PLAIN: ReadonlySet<Frame['is']> = new Set(['block', 'table', 'row', 'cell'])

const isCounted = (is: Frame['is']): is is keyof typeof NOTHING_OPEN => is in NOTHING_OPEN

/** What is being written: the pad itself, or a cell, where nothing of what is open around its table counts. */
type Sheet = {
  blocks: Block[]
  open: OpenFrame[]
  lists: OpenFrame[]
  depth: typeof NOTHING_OPEN
  line: Line | undefined
}

const emptySheet = (): Sheet => ({ blocks: [], open: [], lists: [], depth: { ...NOTHING_OPEN }, line: undefined })

/**
 * Turns any tree of blocks into lines, told piece by piece: `open` and `close` what is around, `text` and `hardBreak` for the words.
 * It neither recurses nor looks through what is open, so neither depth nor size can hurt it.
 */
export class LineWriter {
  #sheet = emptySheet()
  /** The table that is open on the pad, and the pad while one of its cells is written. */
  #table: TableWriter | undefined
  #pad: Sheet | undefined

  readonly #lastBreakShows: boolean

  /** In HTML the last break of a block does not show. */
  constructor({ lastBreakShows } = { lastBreakShows: true }) {
    this.#lastBreakShows = lastBreakShows
  }

  /** Marks worn by the text that follows. */
  marks: Marks = {}

  open(frame: Frame): void {
    this.#openTable(frame)
    if (frame.is === 'cell' && this.#sheet.open.length > 0) this.#divideCells()
    else if (this.#sheet.depth.row === 0) this.endLine()
    const opened: OpenFrame = { ...frame, blocksBefore: this.#written(), wrote: false, entries: 0 }
    this.#sheet.open.push(opened)
    this.#count(frame, 1)
    if (frame.is === 'list') this.#sheet.lists.push(opened)
    const list = this.#sheet.lists.at(-1)
    if (frame.is === 'item' && list !== undefined) list.entries += 1
  }

  /** Ends what was opened last. */
  close(): void {
    const frame = this.#sheet.open.at(-1)
    if (frame === undefined) return
    const empty = frame.blocksBefore === this.#written()
    const mustShow =
      frame.is === 'item' ||
      frame.is === 'line' ||
      frame.is === 'heading' ||
      frame.is === 'code' ||
      (frame.is === 'block' && frame.keep)
    if (mustShow && empty && this.#sheet.depth.row === 0) this.#startLine()
    if (this.#sheet.depth.row === 0 || frame.is === 'row') this.endLine()
    this.#sheet.open.pop()
    if (frame.is === 'list') this.#sheet.lists.pop()
    this.#count(frame, -1)
    this.#closeTable(frame)
  }

  get endsWithBreak(): boolean {
    return this.#sheet.line?.content.at(-1)?.type === 'hardBreak'
  }

  /** Makes the entry that is open a task, unless it has words already. */
  check(checked: boolean): void {
    const item = this.#sheet.open.findLast(({ is }) => is !== 'block')
    if (item?.is === 'item' && !item.wrote) item.checked = checked
  }

  get inLine(): boolean {
    return this.#sheet.line !== undefined
  }

  /** Makes the line that is open, and has no words yet, a numbered one. */
  countEntry(): void {
    const frame = this.#sheet.open.findLast(({ is }) => is === 'line')
    if (frame?.is === 'line') frame.attributes = { ...frame.attributes, kind: 'number' }
  }

  /** Whether white space counts here. */
  get inCode(): boolean {
    return this.#sheet.depth.code > 0
  }

  text(text: string): void {
    if (text === '') return
    if (!this.inCode) appendText(this.#startLine().content, text, this.marks)
    else
      text.split('\n').forEach((part, index) => {
        if (index > 0) this.#nextCodeLine()
        appendText(this.#startLine().content, part, this.marks)
      })
  }

  hardBreak(): void {
    if (this.inCode) this.#nextCodeLine()
    else this.#startLine().content.push({ type: 'hardBreak' })
  }

  rule(): void {
    this.add([{ type: 'rule' }])
  }

  image(image: Image): void {
    this.add([image])
  }

  /** Blocks that are ready made. */
  add(blocks: readonly Block[]): void {
    this.endLine()
    this.#interruptTable()
    this.#sheet.blocks.push(...blocks)
  }

  endLine(): void {
    if (this.#sheet.line === undefined) return
    if (!this.#lastBreakShows && this.endsWithBreak) this.#sheet.line.content.pop()
    this.#sheet.blocks.push(this.#sheet.line)
    this.#sheet.line = undefined
  }

  finish(): PadDocument {
    while (this.#sheet.open.length > 0) this.close()
    this.endLine()
    return { blocks: this.#sheet.blocks }
  }

  /** A table begins, or one of its rows or cells: each cell is a sheet of its own. */
  #openTable(frame: Frame): void {
    const table = this.#pad === undefined ? this.#table : undefined
    if (frame.is === 'table' && this.#table === undefined) {
      this.endLine()
      this.#table = new TableWriter(frame.header)
    } else if (frame.is === 'row') table?.row()
    else if (frame.is === 'cell' && table !== undefined) {
      this.endLine()
      table.cell(frame.header)
      this.#pad = this.#sheet
      this.#sheet = emptySheet()
    }
  }

  /** The frame that was closed was the outermost of its sheet: that of the cell, or of the table. */
  #closeTable({ is }: Frame): void {
    if (this.#pad !== undefined && this.#sheet.open.length === 0) {
      this.endLine()
      this.#table?.write(this.#sheet.blocks)
      this.#sheet = this.#pad
      this.#pad = undefined
    } else if (is === 'table' && this.#pad === undefined && this.#table !== undefined) {
      this.#sheet.blocks.push(...this.#table.finish())
      this.#table = undefined
    }
  }

  /** What stands among the rows of a table, in no cell, parts it. */
  #interruptTable(): void {
    if (this.#table === undefined || this.#pad !== undefined) return
    this.#sheet.blocks.push(...this.#table.finish())
    this.#table = new TableWriter()
  }

  #nextCodeLine(): void {
    this.#startLine()
    this.endLine()
    this.#startLine()
  }

  #count({ is }: Frame, by: 1 | -1): void {
    if (isCounted(is)) this.#sheet.depth[is] += by
  }

  #startLine(): Line {
    if (this.#sheet.line === undefined) {
      this.#interruptTable()
      this.#sheet.line = this.#newLine()
    }
    return this.#sheet.line
  }

  #newLine(): Line {
    const frame = this.#sheet.open.findLast(({ is }) => !PLAIN.has(is))
    if (frame?.is === 'line') return lineLike(frame.attributes)
    if (frame?.is === 'heading') return line('heading', [], { level: frame.level })
    if (this.inCode) return line('code')
    if (frame?.is === 'item' && !frame.wrote) {
      frame.wrote = true
      return this.#entry(frame.checked, clamp(this.#sheet.depth.list - 1, 0, 15))
    }
    if (this.#sheet.depth.quote + this.#sheet.depth.callout > 0 && this.#sheet.depth.item === 0) return this.#boxed()
    const block = this.#sheet.open.at(-1)
    const indent = (block?.is === 'block' && block.level) || this.#sheet.depth.list
    return line('text', [], { level: clamp(indent, 0, 15) })
  }

  #entry(checked: boolean | undefined, level: number): Line {
    const list = this.#sheet.lists.at(-1)
    const kind: LineKind = checked !== undefined ? 'task' : list?.is === 'list' ? list.kind : 'bullet'
    return line(kind, [], {
      level,
      checked: checked === true,
      start: kind === 'number' ? this.#start(list, level) : null,
    })
  }

  // A list that is interrupted, by a paragraph inside an entry for instance, says where its numbers go on.
  #start(list: OpenFrame | undefined, level: number): number | null {
    if (list?.is !== 'list') return null
    const number = (isStart(list.start) ? list.start : 1) + list.entries - 1
    const before = this.#sheet.blocks.at(-1)
    const goesOn = list.entries > 1 && before?.type === 'paragraph' && isListKind(before.kind) && before.level >= level
    return goesOn ? null : number
  }

  #boxed(): Line {
    const { quote, callout } = this.#sheet.depth
    return line(callout > 0 ? 'callout' : 'quote', [], { level: clamp(quote + callout - 1, 0, 15) })
  }

  #divideCells(): void {
    const row = this.#sheet.open.at(-1)
    if (row?.is !== 'row') return
    if (row.wrote) this.text(' | ')
    row.wrote = true
  }

  #written(): number {
    return this.#sheet.blocks.length + (this.#sheet.line === undefined ? 0 : 1)
  }
}

function lineLike(attributes: LineAttributes): Line {
  return { type: 'paragraph', ...shapeOf(attributes), content: [] }
}
