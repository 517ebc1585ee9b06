import type { Node } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { shapeOf } from '../line.ts'
import { lineAttributes, TASK_LABEL, TASK_TEXT } from '../line-dom.ts'

/**
 * A line on the screen. Its `<p>` stays while its kind and level change, so that neither the caret nor a word being composed
 * is disturbed; only becoming a task, or ceasing to be one, draws it anew, for the checkbox.
 */
export function lineView(node: Node, view: EditorView, getPos: () => number | undefined): NodeView {
  const dom = view.dom.ownerDocument.createElement('p')
  const isTask = isTaskNode(node)
  const box = isTask ? taskBox(view, getPos) : undefined
  const words = isTask ? dom.ownerDocument.createElement('span') : dom
  if (box !== undefined) {
    words.setAttribute(TASK_TEXT, '')
    dom.append(box.label, words)
  }
  let drawn: Record<string, string> = {}
  const draw = (current: Node) => {
    const attributes = lineAttributes(shapeOf(current.attrs))
    for (const name of Object.keys(drawn)) if (!(name in attributes)) dom.removeAttribute(name)
    for (const [name, value] of Object.entries(attributes)) if (drawn[name] !== value) dom.setAttribute(name, value)
    drawn = attributes
    box?.show(shapeOf(current.attrs).checked === true, view.editable)
  }
  draw(node)
  return {
    dom,
    contentDOM: words,
    update(current) {
      if (current.type !== node.type || isTaskNode(current) !== isTask) return false
      draw(current)
      return true
    },
    stopEvent: (event) => box?.label.contains(event.target as HTMLElement) ?? false,
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !words.contains(mutation.target),
  }
}

const isTaskNode = (node: Node): boolean => shapeOf(node.attrs).kind === 'task'

function taskBox(view: EditorView, getPos: () => number | undefined) {
  const label = view.dom.ownerDocument.createElement('label')
  label.setAttribute('contenteditable', 'false')
  const input = label.ownerDocument.createElement('input')
  input.type = 'checkbox'
  input.setAttribute('aria-label', TASK_LABEL)
  label.append(input)
  // The caret stays where it is when the box is pressed.
  label.addEventListener('mousedown', (event) => event.preventDefault())
  input.addEventListener('change', () => {
    const pos = getPos()
    if (view.editable && pos !== undefined) view.dispatch(view.state.tr.setNodeAttribute(pos, 'checked', input.checked))
  })
  const show = (checked: boolean, editable: boolean) => {
    input.checked = checked
    input.toggleAttribute('checked', checked)
    input.toggleAttribute('disabled', !editable)
  }
  return { label, show }
}
