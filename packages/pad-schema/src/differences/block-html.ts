import type { Block, Line } from '../document.ts'
import { shapeOf } from '../line.ts'
import { lineAttributes, TASK_LABEL, TASK_TEXT } from '../line-dom.ts'
import { type LinePlace, placeAttributes } from '../line-places.ts'
import { documentToEditorHtml } from '../out/editor-html.ts'
import { openTag } from '../out/escape-html.ts'
import { inlineHtml } from '../out/inline-html.ts'

/** One block as a read-only editor would show it. `write` gives the words of a line as safe HTML. */
export function blockHtml(
  block: Block,
  place: LinePlace,
  write: (line: Line) => string = ({ content }) => inlineHtml(content),
): string {
  if (block.type !== 'paragraph') return documentToEditorHtml({ blocks: [block] })
  const shape = shapeOf(block)
  const p = openTag('p', { ...lineAttributes(shape), ...placeAttributes(place) })
  const words = write(block) || '<br>'
  if (shape.kind !== 'task') return `${p}${words}</p>`
  const box = openTag('input', {
    type: 'checkbox',
    'aria-label': TASK_LABEL,
    ...(shape.checked === true ? { checked: '' } : {}),
    disabled: '',
  })
  return `${p}<label>${box}</label><span ${TASK_TEXT}="">${words}</span></p>`
}
