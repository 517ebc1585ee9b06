import type { Event } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import type { AgendaStore } from './agenda-store.ts'

/** The event of an address. Throws a 404 if there is none. */
export async function findEvent(store: Pick<AgendaStore, 'findEvent'>, slug: string): Promise<Event> {
  const event = await store.findEvent(slug)
  if (event === undefined) throw new ProblemError(404, 'no-such-event', `There is no event "${slug}".`)
  return event
}
