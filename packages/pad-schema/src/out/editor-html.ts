import { COLUMN_HEADER, FIGURE, imageAttributes, SCROLL_BOX, tableAttributes } from '../block-dom.ts'
import type { Block, Image, Line, PadDocument, Table } from '../document.ts'
import { line, shapeOf } from '../line.ts'
import { lineAttributes, TASK_LABEL, TASK_TEXT } from '../line-dom.ts'
import { type LinePlace, linePlaces, placeAttributes } from '../line-places.ts'
import { conventionHtml } from './convention-html.ts'
import { openTag } from './escape-html.ts'
import { inlineHtml } from './inline-html.ts'

/**
 * The document as the flat lines that a read-only editor would show, attribute for attribute (README.md, "The DOM of a line"),
 * so that the editor takes over without a jump. Everything is escaped; links that are not safe are plain text. With `conventions`, the
 * words of note takers are marked as the page's editor marks them.
 */
export function documentToEditorHtml({ blocks: given }: PadDocument, options: EditorHtmlOptions = {}): string {
  // An editor never shows nothing.
  const blocks = given.length === 0 ? [line('text')] : given
  const places = linePlaces(blocks.map((block) => (block.type === 'paragraph' ? shapeOf(block) : null)))
  return blocks.map((block, index) => blockHtml(block, places[index] ?? {}, options)).join('')
}

export type EditorHtmlOptions = { conventions?: boolean }

function blockHtml(block: Block, place: LinePlace, options: EditorHtmlOptions): string {
  if (block.type === 'rule') return '<hr contenteditable="false">'
  if (block.type === 'table') return tableEditorHtml(block)
  if (block.type === 'image') return imageEditorHtml(block)
  const shape = shapeOf(block)
  const p = openTag('p', { ...lineAttributes(shape), ...placeAttributes(place) })
  const words = wordsHtml(block, options)
  return shape.kind === 'task'
    ? `${p}${checkbox(shape.checked === true)}<span ${TASK_TEXT}="">${words}</span></p>`
    : `${p}${words}</p>`
}

function tableEditorHtml({ header, rows }: Table): string {
  const body = rows
    .map((row, index) => {
      const td = openTag('td', header && index === 0 ? COLUMN_HEADER : {})
      return `<tr>${row.map((cell) => `${td}${documentToEditorHtml({ blocks: cell })}</td>`).join('')}</tr>`
    })
    .join('')
  return `${openTag('div', tableAttributes(header))}${openTag('div', SCROLL_BOX)}<table><tbody>${body}</tbody></table></div></div>`
}

const imageEditorHtml = (image: Image): string =>
  `${openTag('figure', { ...FIGURE, contenteditable: 'false' })}${openTag('img', imageAttributes(image))}</figure>`

function checkbox(checked: boolean): string {
  return `<label contenteditable="false">${openTag('input', {
    type: 'checkbox',
    'aria-label': TASK_LABEL,
    ...(checked ? { checked: '' } : {}),
    disabled: '',
  })}</label>`
}

// The editor keeps an empty line, and one that ends with a break, open with a break of its own.
function wordsHtml(line: Line, { conventions }: EditorHtmlOptions): string {
  const html = conventions ? conventionHtml(line) : inlineHtml(line.content)
  return line.content.at(-1)?.type === 'text' ? html : `${html}<br class="ProseMirror-trailingBreak">`
}
