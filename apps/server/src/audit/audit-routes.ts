import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AuditPage, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { AuditStore } from './audit-store.ts'

/** So many are told at once. */
const PAGE = 50

export type AuditRoutesParts = {
  audit: Pick<AuditStore, 'ofEvent'>
  /** Throws a 404 if there is none. */
  foundEvent(slug: string): Promise<{ slug: string }>
  /** Throws a ProblemError unless a request comes from an organiser of the event. */
  requireOrganiser(request: FastifyRequest, event: string): Promise<unknown>
}

/** `/events/EVENT/audit` of the HTTP API, for organisers. */
export const auditRoutes: FastifyPluginAsyncTypebox<AuditRoutesParts> = async (app, parts) => {
  app.get(
    '/events/:event/audit',
    {
      schema: {
        ...{ tags: ['events'], security: [{ organiser: [] }], summary: 'Who did which act of power when' },
        description: `Imports, links, freezing, restoring, undoing, blocking, deleting; the newest first, ${PAGE} at once.`,
        params: Type.Object({ event: Type.String({ maxLength: 60 }) }),
        querystring: Type.Object({ before: Type.Optional(Type.String({ pattern: '^[0-9]{1,15}$' })) }),
        response: { 200: AuditPage, '4xx': Problem },
      },
    },
    async (request) => {
      await parts.requireOrganiser(request, request.params.event)
      const { slug } = await parts.foundEvent(request.params.event)
      return readAuditPage(parts.audit, slug, request.query.before === undefined ? null : Number(request.query.before))
    },
  )
}

/** One page of an event's audit log. */
export async function readAuditPage(
  audit: Pick<AuditStore, 'ofEvent'>,
  event: string,
  before: number | null,
): Promise<AuditPage> {
  const records = await audit.ofEvent(event, before, PAGE + 1)
  const entries = records
    .slice(0, PAGE)
    .map(({ event: _, at, ...entry }) => ({ ...entry, at: new Date(at).toISOString() }))
  return { entries, next: records.length > PAGE ? (entries.at(-1)?.id ?? null) : null }
}
