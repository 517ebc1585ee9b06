/** A stretch of a past text, as the HTTP API names it: lines count from 1, offsets are UTF-16 units, and a break is one. */
export type PastStretch = { from: Place; to: Place }
type Place = { line: number; offset: number }

/** A line of the text, also in the cell of a table. */
const LINE = 'p[data-kind]'

/** What is selected in a text, as the page shows it; null where that is nothing. */
export function selectedInPast(text: Element, selection: Selection | null): PastStretch | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null
  const lines = [...text.querySelectorAll(LINE)]
  const from = placeOf(lines, range.startContainer, range.startOffset)
  const to = placeOf(lines, range.endContainer, range.endOffset)
  return from && to ? { from, to } : null
}

function placeOf(lines: readonly Element[], node: Node, offset: number): Place | null {
  const own = lines.findIndex((line) => line.contains(node))
  const line = lines[own]
  if (line) return { line: own + 1, offset: lengthBefore(line, node, offset) }
  // Between lines: the beginning of the next one, or the end of the last.
  const place = document.createRange()
  place.setStart(node, offset)
  const next = lines.findIndex((each) => place.comparePoint(each, 0) >= 0)
  const last = lines.at(-1)
  if (next >= 0) return { line: next + 1, offset: 0 }
  return last ? { line: lines.length, offset: lengthBefore(last, last, last.childNodes.length) } : null
}

function lengthBefore(line: Element, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  const content = before.cloneContents()
  const breaks = content.querySelectorAll('br:not(.ProseMirror-trailingBreak)').length
  return (content.textContent ?? '').length + breaks
}
