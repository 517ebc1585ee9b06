import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { HistoryFeature } from '../history/history-feature.ts'
import { foundPad } from '../pads/found-pad.ts'
import { padOf } from '../pads/pad-routes.ts'
import { readPadText } from '../pads/pad-texts.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'
import { factsOfPad } from './session-pages.ts'

/** `/p/PAD/timeslider`: the history of a pad, at the newest revision or at `?rev=N`; and what is exported of it. */
export const historyPageRoutes: FastifyPluginAsyncTypebox<PageParts & { past: HistoryFeature }> = async (
  app,
  parts,
) => {
  const { past, pads, agenda, rights, originOf } = parts
  const { told } = past

  await past.exports(app, {
    foundPad: (name) => foundPad(pads, name),
    shown: parts.heldLinks.shown,
    unopened: async (name) => (await readPadText(parts, name))?.document ?? { blocks: [] },
    titleOf: async ({ name, title }) => (await agenda.sessionOfPad(name))?.title ?? title,
  })

  app.get(
    '/p/:pad/timeslider',
    {
      schema: {
        hide: true,
        params: Type.Object({ pad: Type.String() }),
        querystring: Type.Object({ rev: Type.Optional(Type.String({ maxLength: 40 })) }),
      },
    },
    async (request, reply) => {
      const pad = await foundPad(pads, request.params.pad)
      const from = request.query.rev === undefined ? pad.revision : Number(request.query.rev)
      const hasBegun = pad.revision > 0
      const [facts, role, stretch, { marks }] = await Promise.all([
        factsOfPad(agenda, pad.name),
        rights.roleInPad(rights.whoAsks(request), pad.name),
        hasBegun ? told.stretch(pad, { from, by: 1, frames: 1 }) : null,
        told.marks(pad),
      ])
      return sendPage(parts, request, reply, {
        page: 'timeslider',
        pad: padOf(pad, `${originOf(request)}/p/${encodeURIComponent(pad.name)}`),
        facts,
        stretch,
        marks,
        role: role ?? 'reader',
      })
    },
  )
}
