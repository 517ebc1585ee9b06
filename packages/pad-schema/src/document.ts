/** A pad's text as plain data: what the Yjs fragment, the editor, HTML and Markdown are all turned into and out of. */
export type PadDocument = { blocks: Block[] }

export type Block = Line | Rule | Table | Image

export type LineKind = (typeof LINE_KINDS)[number]
export const LINE_KINDS = ['text', 'heading', 'bullet', 'number', 'task', 'quote', 'code', 'callout'] as const

/** One line. `level` is 1 to 3 for a heading, else the indent, 0 to 15. */
export type Line = {
  type: 'paragraph'
  kind: LineKind
  level: number
  /** Of a task; null for every other kind. */
  checked: boolean | null
  /** The number a numbered run begins with, on its first line only. */
  start: number | null
  content: Inline[]
}

export type Rule = { type: 'rule' }

/** Rows of equal length; a cell holds lines, at least one. With `header` the first row names the columns. */
export type Table = { type: 'table'; header: boolean; rows: Cell[][] }

export type Cell = Line[]

/** A picture that the server keeps for the pad: its address there, what it shows in words, and its size in pixels (0 where nobody knows). */
export type Image = { type: 'image'; src: string; alt: string; width: number; height: number }

export type Inline = { type: 'text'; text: string; marks: Marks } | { type: 'hardBreak' }

/** What a stretch of text wears. Absent means not worn. */
export type Marks = {
  bold?: true
  italic?: true
  underline?: true
  strike?: true
  code?: true
  link?: { href: string }
}

export const MAX_INDENT = 15
