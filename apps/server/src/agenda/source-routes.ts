import { isDeepStrictEqual } from 'node:util'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AgendaSource, AgendaSourceWish, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import type { AgendaStore } from './agenda-store.ts'
import { findEvent } from './find-event.ts'
import type { ImportHistory } from './import-history.ts'
import { knownReading, readingIn } from './known-reading.ts'
import type { KeptSource, SourceStore } from './source-store.ts'

export type SourceRoutesParts = {
  store: AgendaStore
  sources: SourceStore
  history: Pick<ImportHistory, 'readingOf'>
  now(): number
  /** Throws a ProblemError unless a request comes from an organiser of the event. */
  requireOrganiser(request: Pick<FastifyRequest, 'headers'>, event: string): Promise<unknown>
}

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })

/** `/events/EVENT/source` of the HTTP API: where the agenda is fetched from by itself, and how often. */
export const sourceRoutes: FastifyPluginAsyncTypebox<SourceRoutesParts> = async (app, parts) => {
  const { store, sources, now } = parts
  const organisersOnly = async (request: Pick<FastifyRequest, 'headers'> & { params: { event: string } }) => {
    await parts.requireOrganiser(request, request.params.event)
  }
  const forOrganisers = { tags: ['imports'], security: [{ organiser: [] }], params: InEvent }

  app.get(
    '/events/:event/source',
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Where the agenda comes from, and what came of the last look there',
        response: { 200: AgendaSource, '4xx': Problem },
      },
    },
    async ({ params }) => {
      const source = await sources.find((await findEvent(store, params.event)).slug)
      if (source === undefined) throw noSource(params.event)
      return shown(source)
    },
  )

  app.put(
    '/events/:event/source',
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Look at an address every so often, and import what has changed there',
        description:
          'What a person should see first is not applied: it waits in the list of imports. The first look is at once.',
        body: AgendaSourceWish,
        response: { 200: AgendaSource, '4xx': Problem },
      },
    },
    async ({ params, body }) => {
      const { slug } = await findEvent(store, params.event)
      const { url, everyMinutes } = body
      const before = await sources.find(slug)
      const reading = readingIn(body) ?? (await knownReading(parts, slug, url))
      // What was seen there counts only as long as it is read in the same way.
      const isSame = before?.url === url && isDeepStrictEqual(before.reading, reading)
      const source: KeptSource = {
        ...(isSame ? before : NEVER_SEEN),
        ...{ event: slug, url, everyMinutes, reading },
        nextAt: everyMinutes === null ? null : now(),
      }
      await sources.save(source)
      return shown(source)
    },
  )

  app.delete(
    '/events/:event/source',
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Forget where the agenda comes from',
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async ({ params }, reply) => {
      const { slug } = await findEvent(store, params.event)
      if (!(await sources.remove(slug))) throw noSource(slug)
      return reply.code(204).send(null)
    },
  )
}

const NEVER_SEEN = {
  checkedAt: null,
  said: null,
  failures: 0,
  validators: { etag: null, lastModified: null },
  digest: null,
}

function noSource(event: string): ProblemError {
  return new ProblemError(404, 'no-source', `Nothing is fetched for "${event}" by itself; set an address with PUT.`)
}

function shown({ url, everyMinutes, checkedAt, nextAt, said, reading }: KeptSource): AgendaSource {
  return { url, everyMinutes, ...reading, checkedAt: instant(checkedAt), nextAt: instant(nextAt), said }
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
