import type { Block, Line, PadDocument } from '../document.ts'
import { line, shapeOf } from '../line.ts'
import { lineAttributes, TASK_LABEL, TASK_TEXT } from '../line-dom.ts'
import { type LinePlace, linePlaces, placeAttributes } from '../line-places.ts'
import { openTag } from './escape-html.ts'
import { inlineHtml } from './inline-html.ts'

/**
 * The document as the flat lines that a read-only editor would show, attribute for attribute (README.md, "The DOM of a line"),
 * so that the editor takes over without a jump. Everything is escaped; links that are not safe are plain text.
 */
export function documentToEditorHtml({ blocks: given }: PadDocument): string {
  // An editor never shows nothing.
  const blocks = given.length === 0 ? [line('text')] : given
  const places = linePlaces(blocks.map((block) => (block.type === 'paragraph' ? shapeOf(block) : null)))
  return blocks.map((block, index) => blockHtml(block, places[index] ?? {})).join('')
}

function blockHtml(block: Block, place: LinePlace): string {
  if (block.type === 'rule') return '<hr contenteditable="false">'
  const shape = shapeOf(block)
  const p = openTag('p', { ...lineAttributes(shape), ...placeAttributes(place) })
  const words = wordsHtml(block)
  return shape.kind === 'task'
    ? `${p}${checkbox(shape.checked === true)}<span ${TASK_TEXT}="">${words}</span></p>`
    : `${p}${words}</p>`
}

function checkbox(checked: boolean): string {
  return `<label contenteditable="false">${openTag('input', {
    type: 'checkbox',
    'aria-label': TASK_LABEL,
    ...(checked ? { checked: '' } : {}),
    disabled: '',
  })}</label>`
}

// The editor keeps an empty line, and one that ends with a break, open with a break of its own.
function wordsHtml(line: Line): string {
  const html = inlineHtml(line.content)
  return line.content.at(-1)?.type === 'text' ? html : `${html}<br class="ProseMirror-trailingBreak">`
}
