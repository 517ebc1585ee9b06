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

function blockHtml(block: Block, place: LinePlace, { conventions }: EditorHtmlOptions): string {
  return blockToEditorHtml(block, place, conventions ? conventionHtml : ({ content }) => inlineHtml(content))
}

/**
 * One block as a read-only editor would show it.
 *
 * @param write gives the words of a line, those in cells too, as safe HTML
 * @param attributes more of them, for the element of the block
 */
export function blockToEditorHtml(
  block: Block,
  place: LinePlace,
  write: (line: Line) => string,
  attributes: Record<string, string> = {},
): string {
  if (block.type === 'rule') return openTag('hr', { contenteditable: 'false', ...attributes })
  if (block.type === 'table') return tableEditorHtml(block, write, attributes)
  if (block.type === 'image') return imageEditorHtml(block, attributes)
  const shape = shapeOf(block)
  const p = openTag('p', { ...lineAttributes(shape), ...placeAttributes(place), ...attributes })
  const words = wordsHtml(block, write)
  return shape.kind === 'task'
    ? `${p}${checkbox(shape.checked === true)}<span ${TASK_TEXT}="">${words}</span></p>`
    : `${p}${words}</p>`
}

function tableEditorHtml(
  { header, rows }: Table,
  write: (line: Line) => string,
  attributes: Record<string, string>,
): string {
  const body = rows
    .map((row, index) => {
      const td = openTag('td', header && index === 0 ? COLUMN_HEADER : {})
      return `<tr>${row.map((cell) => `${td}${cellHtml(cell, write)}</td>`).join('')}</tr>`
    })
    .join('')
  return `${openTag('div', { ...tableAttributes(header), ...attributes })}${openTag('div', SCROLL_BOX)}<table><tbody>${body}</tbody></table></div></div>`
}

function cellHtml(cell: readonly Line[], write: (line: Line) => string): string {
  const places = linePlaces(cell.map(shapeOf))
  return cell.map((each, index) => blockToEditorHtml(each, places[index] ?? {}, write)).join('')
}

const imageEditorHtml = (image: Image, attributes: Record<string, string>): string =>
  `${openTag('figure', { ...FIGURE, contenteditable: 'false', ...attributes })}${openTag('img', imageAttributes(image))}</figure>`

function checkbox(checked: boolean): string {
  return `<label contenteditable="false">${openTag('input', {
    type: 'checkbox',
    'aria-label': TASK_LABEL,
    ...(checked ? { checked: '' } : {}),
    disabled: '',
  })}</label>`
}

// The editor keeps an empty line, and one that ends with a break, open with a break of its own.
function wordsHtml(line: Line, write: (line: Line) => string): string {
  const html = write(line)
  return line.content.at(-1)?.type === 'text' ? html : `${html}<br class="ProseMirror-trailingBreak">`
}
