import { openTag } from './escape-html.ts'
import { lineContentHtml, spacesStyle } from './html-words.ts'
import type { RunLine } from './line-runs.ts'

type ListName = 'ul' | 'ol' | 'task'

/** What lists look like: attributes of entries and lists without marks, and an entry, which stays open because deeper lists go into it. */
export type ListLook = {
  unmarked: Record<string, string>
  entry(line: RunLine): string
}

const PLAIN: ListLook = { unmarked: { style: 'list-style-type:none' }, entry: entryHtml }

/** A run of list lines as nested lists. A level that was skipped is an entry without a mark. */
export function listHtml(lines: readonly RunLine[], { unmarked, entry }: ListLook = PLAIN): string {
  const open: ListName[] = []
  let html = ''
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop() === 'ol' ? 'ol' : 'ul'}>`
  }
  for (const line of lines) {
    const name = listName(line)
    closeTo(line.level + 1)
    if (open.length === line.level + 1) {
      if (open[line.level] === name) html += '</li>'
      else closeTo(line.level)
    }
    while (open.length < line.level) {
      html += `<ul>${openTag('li', unmarked)}`
      open.push('ul')
    }
    if (open.length === line.level) {
      html += openTag(name === 'ol' ? 'ol' : 'ul', listAttributes(name, line, unmarked))
      open.push(name)
    }
    html += entry(line)
  }
  closeTo(0)
  return html
}

function listName({ kind }: RunLine): ListName {
  return kind === 'number' ? 'ol' : kind === 'task' ? 'task' : 'ul'
}

function listAttributes(name: ListName, { number }: RunLine, unmarked: Record<string, string>): Record<string, string> {
  if (name === 'ol') return number === undefined || number === 1 ? {} : { start: String(number) }
  return name === 'task' ? unmarked : {}
}

function entryHtml(line: RunLine): string {
  const box = line.kind === 'task' ? `<input type="checkbox" disabled${line.checked ? ' checked' : ''}> ` : ''
  const style = spacesStyle(line)
  const words = lineContentHtml(line)
  return `<li>${box}${'style' in style ? `${openTag('span', style)}${words}</span>` : words}`
}
