import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ianaZone } from '@forumpad/agenda'
import { Event, EventSummary, type PadActivity, Problem, SessionWithActivity } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import type { AgendaStore } from './agenda-store.ts'
import { findEvent } from './find-event.ts'
import { sessionsWithActivity, withoutDescription } from './sessions-with-activity.ts'

export type AgendaRoutesParts = {
  store: AgendaStore
  now(): number
  /** Throws a ProblemError unless the request comes from an organiser. */
  requireOrganiser(request: FastifyRequest): Promise<void>
  /** What is written in pads and who is inside; pads that it does not name are untouched. */
  activity(pads: readonly string[]): Promise<ReadonlyMap<string, PadActivity>>
}

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const ORGANISER = [{ organiser: [] }]

/** `/events` of the HTTP API: events and their sessions. Reading is open to everybody. */
export const eventRoutes: FastifyPluginAsyncTypebox<AgendaRoutesParts> = async (app, parts) => {
  const { store, now, requireOrganiser } = parts

  const eventCalled = (slug: string) => findEvent(store, slug)

  app.get(
    '/events',
    { schema: { tags: ['events'], summary: 'All events', response: { 200: Type.Array(EventSummary) } } },
    () => store.events(),
  )

  app.post(
    '/events',
    {
      onRequest: requireOrganiser,
      schema: {
        tags: ['events'],
        summary: 'Make an event',
        security: ORGANISER,
        body: Event,
        response: { 201: Event, '4xx': Problem },
      },
    },
    async ({ body }, reply) => {
      const event = { ...body, timeZone: zoneFor(body.timeZone) }
      if (!(await store.addEvent(event, null, now()))) {
        throw new ProblemError(409, 'event-exists', `There is an event "${event.slug}" already; choose another slug.`)
      }
      return reply.code(201).header('location', `/api/v1/events/${event.slug}`).send(event)
    },
  )

  app.get(
    '/events/:event',
    { schema: { tags: ['events'], summary: 'One event', params: InEvent, response: { 200: Event, '4xx': Problem } } },
    ({ params }) => eventCalled(params.event),
  )

  app.get(
    '/events/:event/sessions',
    {
      schema: {
        tags: ['events'],
        summary: 'The sessions of an event, and what happens in their pads',
        params: InEvent,
        querystring: Type.Object({
          descriptions: Type.Optional(
            Type.Union([Type.Literal('true'), Type.Literal('false')], {
              description: 'false leaves them out: lists are much shorter then',
            }),
          ),
        }),
        response: { 200: Type.Array(SessionWithActivity), '4xx': Problem },
      },
    },
    async ({ params, query }) => {
      const event = await eventCalled(params.event)
      const sessions = await sessionsWithActivity(await store.sessions(event.slug), parts.activity)
      return query.descriptions === 'false' ? sessions.map(withoutDescription) : sessions
    },
  )
}

function zoneFor(timeZone: string): string {
  const zone = ianaZone(timeZone)
  if (zone !== undefined && /^[A-Za-z]/.test(zone)) return zone
  throw new ProblemError(
    400,
    'unknown-time-zone',
    `"${timeZone}" is not a time zone; a good one looks like America/New_York.`,
  )
}
