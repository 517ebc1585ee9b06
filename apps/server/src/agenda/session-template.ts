/** What a template is made from. Title, time, room and people stand above the text and are not repeated in it. */
export type TemplateFacts = { start: string | null; end: string | null }

/**
 * The Markdown that the pad of a session begins with, in the form that Forum moderators use: what for, in which order and
 * how long, then room for notes, and at the end what comes of it.
 */
export function sessionTemplate(session: TemplateFacts): string {
  const agenda = agendaOf(minutesOf(session))
  // The marks are explained as code, so that nobody takes the explanation for a decision or an action.
  return `## Purpose and goals
- What should be different when this session is over?

## Agenda
${agenda.map(([topic, minutes], at) => `${at + 1}. ${topic} (${minutes} min)`).join('\n')}

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
}

const USUAL_MINUTES = 40

function minutesOf({ start, end }: TemplateFacts): number {
  if (start === null || end === null) return USUAL_MINUTES
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000)
  return minutes >= 10 && minutes <= 8 * 60 ? minutes : USUAL_MINUTES
}

/** An eighth for the beginning, a quarter for where things stand, an eighth for the end, in steps of five; the rest to talk. */
function agendaOf(minutes: number): [topic: string, minutes: number][] {
  const share = (part: number) => (minutes < 30 ? Math.max(1, Math.floor(minutes * part)) : fives(minutes * part))
  const first = share(1 / 8)
  const standing = share(1 / 4)
  return [
    ['Who is here, and who takes notes', first],
    ['Where things stand', standing],
    ['Discussion', minutes - first - standing - first],
    ['Decisions, actions and who does them', first],
  ]
}

function fives(minutes: number): number {
  return Math.max(5, Math.round(minutes / 5) * 5)
}
