import type { Event, TemplateVariable } from '@forumpad/api'
import type { TemplateFacts } from './template-facts.ts'

/** What stands in place of a variable: words, or an address that can be followed. */
export type Value = { words: string; href?: string }

/** Nothing stands there for what a session does not have. */
export type ValueOf = (session: TemplateFacts) => Value

/** Every variable of a template, for whoever writes one. */
export const VARIABLES: readonly TemplateVariable[] = [
  { name: 'title', gives: 'the title of the session' },
  { name: 'people', gives: 'its speakers or moderators, with commas' },
  { name: 'date', gives: 'its day, as in 10 May 2026' },
  { name: 'time', gives: 'when it begins and ends in the zone of the event, as in 14:40–15:20' },
  { name: 'room', gives: 'its room' },
  { name: 'track', gives: 'its track' },
  { name: 'type', gives: 'its type, such as Forum or BoF' },
  { name: 'event', gives: 'the title of the event' },
  { name: 'link', gives: 'a link to where the agenda shows the session' },
  {
    name: 'agenda',
    gives: 'on a line of its own: a numbered agenda in four parts, whose minutes add up to those of the session',
  },
]

/** The one variable that is lines and no words. */
export const AGENDA = 'agenda'

/** The variables of an event that are words, made ready once: making a clock takes longer than reading it. */
export function variablesIn({ title, timeZone }: Event): ReadonlyMap<string, ValueOf> {
  const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
  const clocks = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone })
  const shown = (clock: Intl.DateTimeFormat, ...instants: (string | null)[]) =>
    instants.flatMap((instant) => (instant === null ? [] : clock.format(Date.parse(instant)))).join('–')
  return new Map<string, ValueOf>([
    ['title', (session) => ({ words: session.title })],
    ['people', ({ people }) => ({ words: people.join(', ') })],
    ['date', ({ start }) => ({ words: shown(days, start) })],
    ['time', ({ start, end }) => ({ words: shown(clocks, start, end) })],
    ['room', ({ room }) => ({ words: room ?? '' })],
    ['track', ({ track }) => ({ words: track ?? '' })],
    ['type', ({ type }) => ({ words: type ?? '' })],
    ['event', () => ({ words: title })],
    ['link', ({ url }) => (url === null ? { words: '' } : { words: url, href: url })],
  ])
}
