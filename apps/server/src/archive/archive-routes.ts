import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { type ArchiveParts, archiveEntries } from './archive-entries.ts'
import type { ArchiveStore } from './archive-store.ts'
import { writeZip, type ZippedFile } from './write-zip.ts'

export type ArchiveRoutesParts = ArchiveParts & {
  archive: ArchiveStore
  /** Throws a ProblemError unless the request comes from an organiser of the event. */
  requireOrganiser(request: FastifyRequest, event: string): Promise<unknown>
  /** Notes that somebody takes the archive. */
  note(request: FastifyRequest, event: string): Promise<void>
  now(): number
}

/** `/e/EVENT/archive.zip`: everything of an event, to keep. It is written while it is sent. */
export const archiveRoutes: FastifyPluginAsyncTypebox<ArchiveRoutesParts> = async (app, parts) => {
  app.get(
    '/e/:event/archive.zip',
    {
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: { hide: true, params: Type.Object({ event: Type.String() }) },
    },
    async (request, reply) => {
      const slug = request.params.event
      await parts.requireOrganiser(request, slug)
      const archived = await parts.archive.readEvent(slug)
      if (!archived) throw new ProblemError(404, 'no-such-event', `There is no event "${slug}".`)
      // Before it is given: nobody gets what is not noted.
      await parts.note(request, slug)
      const written: ZippedFile[] = []
      const madeAt = new Date(parts.now()).toISOString()
      const zip = writeZip(archiveEntries(parts, archived, { madeAt, written }), (file) => void written.push(file))
      return reply
        .header('cache-control', 'private, no-store')
        .header('content-disposition', `attachment; filename="${slug}.zip"`)
        .type('application/zip')
        .send(zip)
    },
  )
}
