import { Node } from '@tiptap/core'
import type { TagParseRule } from '@tiptap/pm/model'
import { shapeOf } from '../line.ts'
import { lineAttributes, TASK_LABEL, TASK_TEXT } from '../line-dom.ts'
import { lineView } from './line-view.ts'

/**
 * A line of a pad. It is called `paragraph` because that is the node that every stock editor has, and because y-tiptap's undo
 * protects elements of that name. What it is (heading, bullet, task ...) are attributes, so that its Yjs element outlives every change.
 */
export const LineNode = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',

  addAttributes() {
    // Drawn all together by renderHTML, because what one means depends on the others.
    const attribute = (value: unknown) => ({ default: value, rendered: false, parseHTML: () => value })
    return { kind: attribute('text'), level: attribute(0), checked: attribute(null), start: attribute(null) }
  },

  parseHTML: () => PARSE_RULES,

  renderHTML({ node }) {
    const shape = shapeOf(node.attrs)
    const attributes = lineAttributes(shape)
    if (shape.kind !== 'task') return ['p', attributes, 0]
    const box = [
      'input',
      { type: 'checkbox', 'aria-label': TASK_LABEL, ...(shape.checked ? { checked: '' } : {}), disabled: '' },
    ]
    return ['p', attributes, ['label', { contenteditable: 'false' }, box], ['span', { [TASK_TEXT]: '' }, 0]]
  },

  addNodeView() {
    return ({ node, view, getPos }) => lineView(node, view, getPos)
  },
})

const PARSE_RULES: TagParseRule[] = [
  {
    tag: 'p[data-kind="task"]',
    getAttrs: readAttributes,
    contentElement: (dom) => (dom as HTMLElement).querySelector<HTMLElement>(`[${TASK_TEXT}]`) ?? (dom as HTMLElement),
  },
  { tag: 'p[data-kind="code"]', getAttrs: readAttributes, preserveWhitespace: 'full' },
  { tag: 'p', getAttrs: readAttributes },
  ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { kind: 'heading', level: Math.min(level, 3) } })),
]

function readAttributes(dom: HTMLElement) {
  const { kind, level, checked, start } = dom.dataset
  return shapeOf({ kind, level: numberIn(level), checked: checked === 'true', start: numberIn(start) })
}

const numberIn = (value: string | undefined): number | undefined => (value === undefined ? undefined : Number(value))
