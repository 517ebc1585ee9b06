import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ImportRecord, ImportReport, ImportRequest, Problem, type TableReading } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import type { NoterOf } from '../noter.ts'
import { AgendaNotFetched } from './agenda-not-fetched.ts'
import type { AgendaStore } from './agenda-store.ts'
import type { FetchedAgenda } from './fetched-agenda.ts'
import { findEvent } from './find-event.ts'
import { importAgenda } from './import-agenda.ts'
import type { ImportHistory } from './import-history.ts'
import { keepReading, knownReading, readingIn } from './known-reading.ts'
import type { SourceStore } from './source-store.ts'
import { beginningsIn } from './templates/session-templates.ts'

export type ImportRoutesParts = {
  store: AgendaStore
  history: ImportHistory
  sources: Pick<SourceStore, 'find' | 'save'>
  now(): number
  /** Throws a ProblemError unless a request comes from an organiser of the event. */
  requireOrganiser(request: Pick<FastifyRequest, 'headers'>, event: string): Promise<unknown>
  fetchAgenda(url: string): Promise<FetchedAgenda>
  noterOf: NoterOf
}

/** A text of the largest agenda that is looked at, written as JSON, with room to say in our own words that it is too large. */
const IMPORT_BODY_BYTES = 128 * 1024 * 1024
const LISTED = 200

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const OneImport = Type.Object({
  event: Type.String({ maxLength: 60 }),
  import: Type.String({ pattern: '^[0-9]{1,15}$' }),
})

/** `/events/EVENT/imports` of the HTTP API, for organisers. */
export const importRoutes: FastifyPluginAsyncTypebox<ImportRoutesParts> = async (app, parts) => {
  const { store, history } = parts
  // Before the body is read: it may be large.
  const organisersOnly = async (request: Pick<FastifyRequest, 'headers'> & { params: { event: string } }) => {
    await parts.requireOrganiser(request, request.params.event)
  }
  const forOrganisers = { tags: ['imports'], security: [{ organiser: [] }] }

  app.post(
    '/events/:event/imports',
    {
      onRequest: organisersOnly,
      bodyLimit: IMPORT_BODY_BYTES,
      schema: {
        ...forOrganisers,
        summary: 'Import an agenda, or see what that would do',
        description:
          'The same agenda again changes nothing. Sessions that are unclear stay as they are, until the same agenda comes with decisions about them. Of a table (CSV) a dry run shows the columns; what is said about them is kept with its address.',
        params: InEvent,
        body: ImportRequest,
        response: { 200: ImportReport, '4xx': Problem },
      },
    },
    async (request) => {
      const { params, body } = request
      const event = await findEvent(store, params.event)
      const { source, reading, ...fetched } = await agendaOf(parts, event.slug, body)
      const note = await parts.noterOf(request, { event: event.slug })
      const report = await importAgenda(parts, event, fetched, { ...body, source, reading, note })
      if (!body.dryRun && source !== null && reading !== null) await keepReading(parts, event.slug, source, reading)
      return report
    },
  )

  app.get(
    '/events/:event/imports',
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: `The last imports, the newest first; at most ${LISTED}`,
        params: InEvent,
        response: { 200: Type.Array(ImportRecord), '4xx': Problem },
      },
    },
    async ({ params }) => history.imports((await findEvent(store, params.event)).slug, LISTED),
  )

  app.get(
    '/events/:event/imports/:import',
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'What an import did, session by session',
        params: OneImport,
        response: { 200: ImportReport, '4xx': Problem },
      },
    },
    async ({ params }) => {
      const event = await findEvent(store, params.event)
      const report = await history.report(event.slug, Number(params.import))
      if (report === undefined) throw noSuchImport(params)
      return report
    },
  )

  app.delete(
    '/events/:event/imports/:import',
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Undo the last import, or dismiss one that waits',
        description: 'Pads that somebody has opened stay; the sessions that only this import brought are then missing.',
        params: OneImport,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { params } = request
      const event = await findEvent(store, params.event)
      const importId = Number(params.import)
      const note = (await parts.noterOf(request, { event: event.slug }))('import-undone', `Import ${importId}`)
      if (await history.dismiss(event.slug, importId, note)) return reply.code(204).send(null)
      const outcome = await store.undoImport(event.slug, importId, beginningsIn(event), note)
      if (outcome === 'undone') return reply.code(204).send(null)
      throw outcome === 'no such import'
        ? noSuchImport(params)
        : new ProblemError(409, 'not-the-last-import', 'Only the last import can be undone; undo the later ones first.')
    },
  )
}

function noSuchImport(params: { event: string; import: string }): ProblemError {
  return new ProblemError(
    404,
    'no-such-import',
    `There is no import ${params.import} of "${params.event}", or it was undone.`,
  )
}

type GivenAgenda = FetchedAgenda & { source: string | null; reading: TableReading | null }

async function agendaOf(parts: ImportRoutesParts, event: string, body: ImportRequest): Promise<GivenAgenda> {
  const { url, text, import: waiting } = body
  const said = readingIn(body)
  if ([url, text, waiting].filter((given) => given !== undefined).length !== 1) {
    throw new ProblemError(400, 'invalid-request', 'Give either "url" or "text" or "import", and not both.')
  }
  if (text !== undefined) return { text, problems: [], source: null, reading: said }
  if (waiting !== undefined) {
    const feed = await parts.history.waiting(event, waiting)
    if (feed) return { ...feed, problems: [], reading: said ?? feed.reading }
    throw new ProblemError(404, 'not-waiting', `No import ${waiting} of "${event}" waits for a decision.`)
  }
  try {
    const fetched = await parts.fetchAgenda(url ?? '')
    return { ...fetched, source: url ?? null, reading: said ?? (await knownReading(parts, event, url ?? '')) }
  } catch (error) {
    if (error instanceof AgendaNotFetched) throw new ProblemError(422, 'agenda-not-fetched', error.message)
    throw error
  }
}
