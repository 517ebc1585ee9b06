import { fieldsOf, textOf } from '../json/fields.ts'
import type { ProblemList } from '../problem-list.ts'

/** An API gives long lists in pages; whoever pastes the first one must hear that there are more. */
export function sayMorePages(json: unknown, problems: ProblemList): void {
  const page = fieldsOf(json) ?? {}
  const isLast =
    page.next === undefined ? !(Number(page.current_page) < Number(page.last_page)) : textOf(page.next) === ''
  if (isLast) return
  const total = textOf(page.count ?? page.total)
  problems.whole(
    `This is one page of several${total === '' ? '' : ` (${total} entries in all)`}; the others were not read. Ask for a longer page, or give the address of the whole schedule.`,
  )
}
