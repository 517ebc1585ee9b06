import type { Noter } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'

/** Gives what writes down the acts of whoever sends a request, as they are called and what they are there just now. */
export type NoterOf = (request: FastifyRequest, place: { event: string } | { pad: string }) => Promise<Noter>

/** What is done because it was time. `at`: milliseconds since 1970. */
export function byTheClock(place: { event: string | null; pad: string | null }, at: number): Noter {
  return (act, about = '') => ({ ...place, at, act, about, person: null, name: null, role: 'clock' })
}
