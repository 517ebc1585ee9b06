import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { EXPORT_FORMATS, type Exported } from './exports.ts'
import type { History } from './history.ts'
import type { Revision } from './revision.ts'
import type { ToldHistory } from './told-history.ts'

export type ExportRoutesParts = {
  history: Pick<History, 'readRevision'>
  foundPad(name: string): Promise<{ name: string; title: string; revision: number }>
  /** The text of a pad that has no revision yet. */
  unopened(name: string): Promise<Revision['document']>
  /** Under its session's name, if it has one. */
  titleOf(pad: { name: string; title: string }): Promise<string>
  told: Pick<ToldHistory, 'people'>
  /** The text as everybody may have it. */
  shown(pad: string, document: Revision['document']): Promise<Revision['document']>
}

const config = { rateLimit: { max: 300, timeWindow: '1 minute' } }

/** `/p/PAD/export/TYPE`, `/p/PAD/REV/export/TYPE`: what a pad holds, now or at a revision, for whoever may read it. */
export const exportRoutes: FastifyPluginAsyncTypebox<ExportRoutesParts> = async (app, parts) => {
  app.get(
    '/p/:pad/export/:type',
    { config, schema: { hide: true, params: Type.Object({ pad: Type.String(), type: Type.String() }) } },
    async ({ params }, reply) => {
      const pad = await parts.foundPad(params.pad)
      const revision =
        pad.revision === 0 ? await begun(pad.name) : await parts.history.readRevision(pad.name, pad.revision)
      return send(reply, pad, revision, params.type)
    },
  )

  app.get(
    '/p/:pad/:revision/export/:type',
    {
      config,
      schema: {
        hide: true,
        params: Type.Object({ pad: Type.String(), revision: Type.String({ maxLength: 40 }), type: Type.String() }),
      },
    },
    async ({ params }, reply) => {
      const pad = await parts.foundPad(params.pad)
      return send(reply, pad, await parts.history.readRevision(pad.name, Number(params.revision)), params.type)
    },
  )

  async function begun(name: string): Promise<Revision> {
    const document = await parts.unopened(name)
    return { number: 0, at: 0, person: '', document, blockIds: [], credits: [], origins: [], shapedBy: [] }
  }

  async function send(reply: FastifyReply, pad: Exported['pad'], read: Revision, type: string) {
    const format = Object.hasOwn(EXPORT_FORMATS, type) ? EXPORT_FORMATS[type] : undefined
    if (!format) {
      const names = Object.keys(EXPORT_FORMATS).join(', ')
      throw new ProblemError(404, 'no-such-format', `A pad cannot be exported as ${type}. It can as ${names}.`)
    }
    const revision = { ...read, document: await parts.shown(pad.name, read.document) }
    const people = await parts.told.people([
      revision.person,
      ...revision.credits.flatMap((line) => line.flatMap(peopleOf)),
    ])
    const title = await parts.titleOf(pad)
    const name = revision.number === 0 ? pad.name : `${pad.name}-${revision.number}`
    return reply
      .type(format.type)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.${format.ending}`)
      .header('cache-control', 'private, no-cache')
      .header('content-security-policy', "default-src 'none'; img-src 'self'; sandbox")
      .header('x-content-type-options', 'nosniff')
      .send(format.write({ pad: { name: pad.name, title }, revision, people }))
  }
}

const peopleOf = ({ author, movedBy }: { author: string; movedBy?: string }): string[] =>
  movedBy === undefined ? [author] : [author, movedBy]
