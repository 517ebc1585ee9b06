import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { HistoryMarks, HistoryStretch, PadParams, Problem, RevisionList, STRETCH_LIMITS } from '@forumpad/api'
import { Type } from 'typebox'
import type { KnownPad, ToldHistory } from './told-history.ts'

export type HistoryRoutesParts = {
  told: ToldHistory
  foundPad(name: string): Promise<KnownPad>
}

const Digits = (description: string) => Type.Optional(Type.String({ pattern: '^\\d{1,15}$', description }))
/** Whatever stands there is looked for; what is no revision is answered as such. */
const RevisionNumber = (description: string) => Type.Optional(Type.String({ maxLength: 40, description }))

/** The past of a pad in the HTTP API. Who may read the pad may read its history. */
export const historyRoutes: FastifyPluginAsyncTypebox<HistoryRoutesParts> = async (app, { told, foundPad }) => {
  const config = { rateLimit: { max: 1_200, timeWindow: '1 minute' } }

  app.get(
    '/pads/:pad/revisions',
    {
      config,
      schema: {
        summary: 'The revisions of a pad, oldest first: who changed it and when',
        tags: ['history'],
        params: PadParams,
        querystring: Type.Object({
          after: Digits('Only those that come after this one; default 0'),
          limit: Digits('At most so many; default 100, at most 1000'),
        }),
        response: { 200: RevisionList, '4xx': Problem },
      },
    },
    async ({ params, query }) => {
      const limit = Math.min(1_000, Math.max(1, Number(query.limit ?? 100)))
      return told.revisions(await foundPad(params.pad), Number(query.after ?? 0), limit)
    },
  )

  app.get(
    '/pads/:pad/revisions/marks',
    {
      config,
      schema: {
        summary: 'Moments worth a look: saved revisions, first words of people, stretches of writing',
        tags: ['history'],
        params: PadParams,
        response: { 200: HistoryMarks, '4xx': Problem },
      },
    },
    async ({ params }) => told.marks(await foundPad(params.pad)),
  )

  app.get(
    '/pads/:pad/history',
    {
      config,
      schema: {
        summary:
          'The text of revisions and who had written what: the first in full, of each later one what is different',
        tags: ['history'],
        params: PadParams,
        querystring: Type.Object({
          from: RevisionNumber('The first; default: the newest'),
          by: Digits('From one to the next; default 1'),
          frames: Digits(
            `How many; default 1, at most ${STRETCH_LIMITS.frames}, over at most ${STRETCH_LIMITS.revisions} revisions`,
          ),
        }),
        response: { 200: HistoryStretch, '4xx': Problem },
      },
    },
    async ({ params, query }) => {
      const pad = await foundPad(params.pad)
      const from = query.from === undefined ? pad.revision : Number(query.from)
      return told.stretch(pad, { from, by: Number(query.by ?? 1), frames: Number(query.frames ?? 1) })
    },
  )
}
