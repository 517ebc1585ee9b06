import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ianaZone } from '@forumpad/agenda'
import {
  Event,
  EventSummary,
  ImportReport,
  ImportRequest,
  type PadActivity,
  Problem,
  SessionWithActivity,
} from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import type { AgendaStore } from './agenda-store.ts'
import type { FetchedAgenda } from './fetched-agenda.ts'
import { importAgenda } from './import-agenda.ts'
import { sessionTemplate } from './session-template.ts'
import { sessionsWithActivity, withoutDescription } from './sessions-with-activity.ts'

export type AgendaRoutesParts = {
  store: AgendaStore
  now(): number
  /** Throws a ProblemError unless the request comes from an organiser. */
  requireOrganiser(request: FastifyRequest): Promise<void>
  /** What is written in pads and who is inside; pads that it does not name are untouched. */
  activity(pads: readonly string[]): Promise<ReadonlyMap<string, PadActivity>>
  fetchAgenda(url: string): Promise<FetchedAgenda>
}

/** A text of the largest agenda that is looked at, written as JSON, with room to say in our own words that it is too large. */
const IMPORT_BODY_BYTES = 128 * 1024 * 1024

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const ORGANISER = [{ organiser: [] }]

/** `/events` of the HTTP API: events, their sessions, and the import of agendas. Only reading is open to everybody. */
export const eventRoutes: FastifyPluginAsyncTypebox<AgendaRoutesParts> = async (app, parts) => {
  const { store, now, requireOrganiser } = parts

  async function eventCalled(slug: string): Promise<Event> {
    const event = await store.findEvent(slug)
    if (event === undefined) throw new ProblemError(404, 'no-such-event', `There is no event "${slug}".`)
    return event
  }

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

  app.post(
    '/events/:event/imports',
    {
      onRequest: requireOrganiser,
      bodyLimit: IMPORT_BODY_BYTES,
      schema: {
        tags: ['events'],
        summary: 'Import an agenda, or see what that would do',
        description: 'The same agenda again changes nothing.',
        security: ORGANISER,
        params: InEvent,
        body: ImportRequest,
        response: { 200: ImportReport, '4xx': Problem },
      },
    },
    async ({ params, body }) => {
      const event = await eventCalled(params.event)
      const fetched = await agendaOf(body, parts.fetchAgenda)
      return importAgenda(parts, event, fetched, body)
    },
  )

  app.delete(
    '/events/:event/imports/:import',
    {
      onRequest: requireOrganiser,
      schema: {
        tags: ['events'],
        summary: 'Undo the last import',
        description: 'Pads that somebody has opened stay; the sessions that only this import brought are then missing.',
        security: ORGANISER,
        params: Type.Object({ event: Type.String(), import: Type.String({ pattern: '^[0-9]{1,15}$' }) }),
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async ({ params }, reply) => {
      const event = await eventCalled(params.event)
      const outcome = await store.undoImport(event.slug, Number(params.import), sessionTemplate)
      if (outcome === 'undone') return reply.code(204).send(null)
      throw outcome === 'no such import'
        ? new ProblemError(
            404,
            'no-such-import',
            `There is no import ${params.import} of "${event.slug}", or it was undone.`,
          )
        : new ProblemError(409, 'not-the-last-import', 'Only the last import can be undone; undo the later ones first.')
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

async function agendaOf(
  { url, text }: ImportRequest,
  fetchAgenda: AgendaRoutesParts['fetchAgenda'],
): Promise<FetchedAgenda> {
  if ((url === undefined) === (text === undefined)) {
    throw new ProblemError(400, 'invalid-request', 'Give either "url" or "text", and not both.')
  }
  if (text !== undefined) return { text, problems: [] }
  try {
    return await fetchAgenda(url ?? '')
  } catch (error) {
    if (error instanceof AgendaNotFetched) throw new ProblemError(422, 'agenda-not-fetched', error.message)
    throw error
  }
}
