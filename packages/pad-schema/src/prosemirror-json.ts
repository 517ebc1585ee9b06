import type { Block, Inline, Marks, PadDocument, Table } from './document.ts'
import { imageOf } from './image.ts'
import { shapeOf } from './line.ts'
import { appendText, isMarkName, MARK_NAMES, withMark } from './marks.ts'
import { linesOnly, rowsAsLines, squareTable } from './table.ts'

/** A node as ProseMirror writes it to JSON. */
export type NodeJson = {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  text?: string
  marks?: { type: string; attrs?: Record<string, unknown> }[]
}

/** The document as ProseMirror's JSON, for `editor.commands.setContent` or `Node.fromJSON`. */
export function documentToProseMirrorJson({ blocks }: PadDocument): NodeJson {
  return { type: 'doc', content: blocks.map(blockToJson) }
}

/** A document out of ProseMirror's JSON of our own schema; nodes that are not of it are left out. */
export function proseMirrorJsonToDocument(json: NodeJson): PadDocument {
  return { blocks: (json.content ?? []).flatMap(blockFromJson) }
}

export function blockToJson(block: Block): NodeJson {
  if (block.type === 'rule') return { type: 'rule' }
  if (block.type === 'image') {
    const { type, ...attrs } = block
    return { type, attrs }
  }
  if (block.type === 'table') return tableToJson(block)
  return { type: 'paragraph', attrs: { ...shapeOf(block) }, content: block.content.map(inlineToJson) }
}

export function inlineToJson(inline: Inline): NodeJson {
  if (inline.type === 'hardBreak') return { type: 'hardBreak' }
  const marks = MARK_NAMES.flatMap((name) => {
    if (!inline.marks[name]) return []
    return [name === 'link' ? { type: name, attrs: { ...inline.marks.link } } : { type: name }]
  })
  return { type: 'text', text: inline.text, marks }
}

function blockFromJson({ type, attrs = {}, content: children = [] }: NodeJson): Block[] {
  if (type === 'rule') return [{ type }]
  if (type === 'image') return [imageOf(attrs) ?? []].flat()
  if (type === 'table') return tableFromJson(attrs.header === true, children)
  // What was copied out of a table may be no more than the lines of one cell.
  if (type === 'tableCell') return children.flatMap(blockFromJson)
  if (type !== 'paragraph') return []
  const content: Inline[] = []
  for (const child of children) {
    if (child.type === 'hardBreak') content.push({ type: 'hardBreak' })
    else if (child.type === 'text') appendText(content, child.text ?? '', marksFromJson(child))
  }
  return [{ type, ...shapeOf(attrs), content }]
}

function tableToJson({ header, rows }: Table): NodeJson {
  const content = rows.map((row) => ({
    type: 'tableRow',
    content: row.map((cell) => ({ type: 'tableCell', content: cell.map(blockToJson) })),
  }))
  return { type: 'table', attrs: { header }, content }
}

function tableFromJson(header: boolean, children: readonly NodeJson[]): Block[] {
  const rows = children.map(({ content = [] }) => content.map((cell) => linesOnly(blockFromJson(cell))))
  const table = squareTable(header, rows)
  return table === undefined ? rowsAsLines(rows) : [table]
}

function marksFromJson({ marks = [] }: NodeJson): Marks {
  return marks.reduce<Marks>((worn, { type, attrs }) => (isMarkName(type) ? withMark(worn, type, attrs) : worn), {})
}
