import type { TemplateFacts } from './template-facts.ts'

const USUAL_MINUTES = 40

/** In which order a session goes and how long each part of it is: `Discussion (20 min)`. The minutes add up to its own. */
export function agendaLines(session: Pick<TemplateFacts, 'start' | 'end'>): string[] {
  return partsOf(minutesOf(session)).map(([topic, minutes]) => `${topic} (${minutes} min)`)
}

function minutesOf({ start, end }: Pick<TemplateFacts, 'start' | 'end'>): number {
  if (start === null || end === null) return USUAL_MINUTES
  const minutes = Math.round((Date.parse(end) - Date.parse(start)) / 60_000)
  return minutes >= 10 && minutes <= 8 * 60 ? minutes : USUAL_MINUTES
}

/** An eighth for the beginning, a quarter for where things stand, an eighth for the end, in steps of five; the rest to talk. */
function partsOf(minutes: number): [topic: string, minutes: number][] {
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
