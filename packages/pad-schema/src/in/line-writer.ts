import type { Block, Line, LineKind, Marks, PadDocument } from '../document.ts'
import { clamp, isListKind, isStart, type LineAttributes, line, shapeOf } from '../line.ts'
import { appendText } from '../marks.ts'

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
  /** A table's row is one line, its cells divided by bars. */
  | { is: 'row' }
  | { is: 'cell' }

type OpenFrame = Frame & { blocksBefore: number; wrote: boolean; entries: number }

const NOTHING_OPEN = { item: 0, quote: 0, callout: 0, code: 0, row: 0, list: 0 }

const isCounted = (is: Frame['is']): is is keyof typeof NOTHING_OPEN => is in NOTHING_OPEN

/**
 * Turns any tree of blocks into lines, told piece by piece: `open` and `close` what is around, `text` and `hardBreak` for the words.
 * It neither recurses nor looks through what is open, so neither depth nor size can hurt it.
 */
export class LineWriter {
  readonly #blocks: Block[] = []
  readonly #open: OpenFrame[] = []
  readonly #lists: OpenFrame[] = []
  readonly #depth = { ...NOTHING_OPEN }
  #line: Line | undefined

  readonly #lastBreakShows: boolean

  /** In HTML the last break of a block does not show. */
  constructor({ lastBreakShows } = { lastBreakShows: true }) {
    this.#lastBreakShows = lastBreakShows
  }

  /** Marks worn by the text that follows. */
  marks: Marks = {}

  open(frame: Frame): void {
    if (frame.is === 'cell') this.#divideCells()
    else if (this.#depth.row === 0) this.endLine()
    const opened: OpenFrame = { ...frame, blocksBefore: this.#written(), wrote: false, entries: 0 }
    this.#open.push(opened)
    this.#count(frame, 1)
    if (frame.is === 'list') this.#lists.push(opened)
    const list = this.#lists.at(-1)
    if (frame.is === 'item' && list !== undefined) list.entries += 1
  }

  /** Ends what was opened last. */
  close(): void {
    const frame = this.#open.at(-1)
    if (frame === undefined) return
    const empty = frame.blocksBefore === this.#written()
    const mustShow =
      frame.is === 'item' ||
      frame.is === 'line' ||
      frame.is === 'heading' ||
      frame.is === 'code' ||
      (frame.is === 'block' && frame.keep)
    if (mustShow && empty && this.#depth.row === 0) this.#startLine()
    if (this.#depth.row === 0 || frame.is === 'row') this.endLine()
    this.#open.pop()
    if (frame.is === 'list') this.#lists.pop()
    this.#count(frame, -1)
  }

  get endsWithBreak(): boolean {
    return this.#line?.content.at(-1)?.type === 'hardBreak'
  }

  /** Makes the entry that is open a task, unless it has words already. */
  check(checked: boolean): void {
    const item = this.#open.findLast(({ is }) => is !== 'block')
    if (item?.is === 'item' && !item.wrote) item.checked = checked
  }

  get inLine(): boolean {
    return this.#line !== undefined
  }

  /** Makes the line that is open, and has no words yet, a numbered one. */
  countEntry(): void {
    const frame = this.#open.findLast(({ is }) => is === 'line')
    if (frame?.is === 'line') frame.attributes = { ...frame.attributes, kind: 'number' }
  }

  /** Whether white space counts here. */
  get inCode(): boolean {
    return this.#depth.code > 0
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
    this.endLine()
    this.#blocks.push({ type: 'rule' })
  }

  /** Blocks that are ready made. */
  add(blocks: readonly Block[]): void {
    this.endLine()
    this.#blocks.push(...blocks)
  }

  endLine(): void {
    if (this.#line === undefined) return
    if (!this.#lastBreakShows && this.endsWithBreak) this.#line.content.pop()
    this.#blocks.push(this.#line)
    this.#line = undefined
  }

  finish(): PadDocument {
    while (this.#open.length > 0) this.close()
    this.endLine()
    return { blocks: this.#blocks }
  }

  #nextCodeLine(): void {
    this.#startLine()
    this.endLine()
    this.#startLine()
  }

  #count({ is }: Frame, by: 1 | -1): void {
    if (isCounted(is)) this.#depth[is] += by
  }

  #startLine(): Line {
    if (this.#line === undefined) this.#line = this.#newLine()
    return this.#line
  }

  #newLine(): Line {
    const frame = this.#open.findLast(({ is }) => is !== 'block' && is !== 'cell' && is !== 'row')
    if (frame?.is === 'line') return lineLike(frame.attributes)
    if (frame?.is === 'heading') return line('heading', [], { level: frame.level })
    if (this.inCode) return line('code')
    if (frame?.is === 'item' && !frame.wrote) {
      frame.wrote = true
      return this.#entry(frame.checked, clamp(this.#depth.list - 1, 0, 15))
    }
    if (this.#depth.quote + this.#depth.callout > 0 && this.#depth.item === 0) return this.#boxed()
    const block = this.#open.at(-1)
    const indent = (block?.is === 'block' && block.level) || this.#depth.list
    return line('text', [], { level: clamp(indent, 0, 15) })
  }

  #entry(checked: boolean | undefined, level: number): Line {
    const list = this.#lists.at(-1)
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
    const before = this.#blocks.at(-1)
    const goesOn = list.entries > 1 && before?.type === 'paragraph' && isListKind(before.kind) && before.level >= level
    return goesOn ? null : number
  }

  #boxed(): Line {
    const { quote, callout } = this.#depth
    return line(callout > 0 ? 'callout' : 'quote', [], { level: clamp(quote + callout - 1, 0, 15) })
  }

  #divideCells(): void {
    const row = this.#open.at(-1)
    if (row?.is !== 'row') return
    if (row.wrote) this.text(' | ')
    row.wrote = true
  }

  #written(): number {
    return this.#blocks.length + (this.#line === undefined ? 0 : 1)
  }
}

function lineLike(attributes: LineAttributes): Line {
  return { type: 'paragraph', ...shapeOf(attributes), content: [] }
}
