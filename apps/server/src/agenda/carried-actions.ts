import type { Outcome } from '@forumpad/api'
import { documentToMarkdown, line, recogniseConventions } from '@forumpad/pad-schema'

/** An action as the pad of the last occurrence has it. */
export type OpenAction = Pick<Outcome, 'text' | 'people' | 'due'>

const HEADING = 'Open actions of'

/**
 * A template with the actions at its top that were still open when the series was held last.
 *
 * @param held the day on which it was, `2026-05-10`
 */
export function withCarriedActions(template: string, held: string, actions: readonly OpenAction[]): string {
  if (actions.length === 0 || template.startsWith(`## ${HEADING} `)) return template
  const blocks = [
    line('heading', `${HEADING} ${dayInWords(held)}`, { level: 2 }),
    ...actions.map((action) => line('task', wordsOf(action))),
  ]
  return `${documentToMarkdown({ blocks })}\n${template}`
}

/** The words as a task that says the same in another week: days are dates, and whoever was asked is named as before. */
function wordsOf({ text, people, due }: OpenAction): string {
  const words = people.length > 0 ? `#action ${text}` : text
  if (due === null) return words
  const said = recogniseConventions(words, 'task').find((each) => each.is === 'due')
  if (said === undefined) return `${words}, due ${due}`
  return `${words.slice(0, said.from)}due ${due}${words.slice(said.to)}`
}

function dayInWords(day: string): string {
  const instant = new Date(`${day}T00:00:00Z`)
  return instant.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}
