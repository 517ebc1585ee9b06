import type { Block, Inline, Marks, PadDocument } from './document.ts'
import { shapeOf } from './line.ts'
import { appendText, isMarkName, MARK_NAMES, withMark } from './marks.ts'

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
  if (type !== 'paragraph') return []
  const content: Inline[] = []
  for (const child of children) {
    if (child.type === 'hardBreak') content.push({ type: 'hardBreak' })
    else if (child.type === 'text') appendText(content, child.text ?? '', marksFromJson(child))
  }
  return [{ type, ...shapeOf(attrs), content }]
}

function marksFromJson({ marks = [] }: NodeJson): Marks {
  return marks.reduce<Marks>((worn, { type, attrs }) => (isMarkName(type) ? withMark(worn, type, attrs) : worn), {})
}
