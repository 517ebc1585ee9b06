import { agendaLines } from './agenda-lines.ts'
import type { TemplateFacts } from './template-facts.ts'

/**
 * What pads begin with where an organiser has written nothing else, in the form that Forum moderators use: what for, in which order and
 * how long, then room for notes, and at the end what comes of it. Title, time, room and people stand above the text and are not repeated.
 */
export const DEFAULT_TEMPLATE = `## Purpose and goals
- What should be different when this session is over?

## Agenda
{agenda}

## Notes
> Begin a line with \`#agreed\` for a decision and with \`#action\` for a task, as in \`#action Ana asks the operators list, due 1 June\`; write \`##topic\` anywhere to make a passage easy to find.

- Who is here: name, organisation

## Decisions
- 

## Actions
- [ ] 

## Links
- 
`

/** The default template of a session. The marks in it are explained as code, so that nobody takes the explanation for a decision or an action. */
export function defaultTemplate(session: Pick<TemplateFacts, 'start' | 'end'>): string {
  const numbered = agendaLines(session).map((words, at) => `${at + 1}. ${words}`)
  return DEFAULT_TEMPLATE.replace('{agenda}', numbered.join('\n'))
}
