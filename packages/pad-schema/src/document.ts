/** A pad's text as plain data: what the Yjs fragment, the editor, HTML and Markdown are all turned into and out of. */
export type PadDocument = { blocks: Block[] }

/** A block of a pad. A table and an image will follow with the next schema version. */
export type Block = Line | Rule

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
