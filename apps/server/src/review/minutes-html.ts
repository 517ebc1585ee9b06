import type { Person } from '@forumpad/api'
import { documentToReadingHtml } from '@forumpad/pad-schema'
import { mainAuthor } from './contributors.ts'
import { escaped } from './escaped.ts'
import type { WrittenLine, WrittenText } from './written-text.ts'

/**
 * A text as minutes show it: every line under its permanent name, and in the margin whoever wrote it, where that changes. `beside` gives
 * HTML that stands beside a line.
 */
export function minutesHtml(
  { document, lines }: Pick<WrittenText, 'document'> & { lines: readonly Pick<WrittenLine, 'name' | 'by'>[] },
  people: ReadonlyMap<string, Person>,
  beside: (index: number) => string = () => '',
): string {
  const changes = new Map<number, Person>()
  let before: string | undefined
  lines.forEach((line, index) => {
    const author = mainAuthor(line)
    const person = author === undefined ? undefined : people.get(author)
    if (person && author !== before) changes.set(index, person)
    // What is nobody's stands between two of one author without a mark of its own.
    before = author ?? before
  })
  return documentToReadingHtml(document, {
    attributes: (index) => ({ id: lines[index]?.name ?? `line-${index}` }),
    before: (index) => {
      const person = changes.get(index)
      return person ? nameInMargin(person) : ''
    },
    after: beside,
  })
}

/** The direction is its own, so that a line is not turned around by the name of its writer. */
function nameInMargin({ name, hue }: Person): string {
  return `<span data-by dir="auto" data-hue="${hue}"><span>Written by </span>${escaped(name)}</span>`
}
