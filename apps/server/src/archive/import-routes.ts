import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ImportedArchive, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../http/problem-error.ts'
import { ARCHIVE_LIMITS } from './archive-limits.ts'
import { noArchive, tooLargeArchive } from './damaged-archive.ts'
import { type ImportArchiveParts, importArchive } from './import-archive.ts'

export type ImportRoutesParts = ImportArchiveParts & {
  /** Throws a ProblemError unless the request comes from an organiser. */
  requireOrganiser(request: FastifyRequest): Promise<void>
}

/** `POST /archives` of the HTTP API: an event from an archive. One at a time: each may cost the disk gigabytes. */
export const archiveImportRoutes: FastifyPluginAsyncTypebox<ImportRoutesParts> = async (app, parts) => {
  const most = parts.limits?.bytes ?? ARCHIVE_LIMITS.bytes
  let isBusy = false
  app.addContentTypeParser(
    /^application\/(?:zip|x-zip-compressed|octet-stream)$/,
    { bodyLimit: most },
    async (_: unknown, body: Readable) => body,
  )

  app.post(
    '/archives',
    {
      onRequest: parts.requireOrganiser,
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: {
        tags: ['events'],
        summary: 'Bring an event from an archive',
        description:
          'The body is an archive.zip, at most 2 GB. All of it is checked first; then the event is there with all its pads, or nothing is. Links that give roles do not come along.',
        security: [{ organiser: [] }],
        response: { 201: ImportedArchive, '4xx': Problem },
      },
    },
    async (request, reply) => {
      if (isBusy)
        throw new ProblemError(409, 'archive-busy', 'Another archive is being imported. Try again when it is done.')
      isBusy = true
      const folder = await mkdtemp(join(tmpdir(), 'forumpad-archive-'))
      try {
        const path = join(folder, 'archive.zip')
        await keep(request.body as Readable | null, path, most)
        const imported = await importArchive(parts, path)
        return reply.code(201).header('location', `/api/v1/events/${imported.event.slug}`).send(imported)
      } finally {
        isBusy = false
        await rm(folder, { recursive: true, force: true })
      }
    },
  )
}

async function keep(body: Readable | null, path: string, most: number): Promise<void> {
  if (body === null) throw noArchive('There is no file in this request: send the archive itself as application/zip.')
  let bytes = 0
  await pipeline(
    body,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        bytes += chunk.length
        if (bytes > most) throw tooLargeArchive(`This archive is larger than the ${most} bytes that are taken at once.`)
        yield chunk
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600 }),
  )
}
