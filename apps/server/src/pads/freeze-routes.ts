import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Pad, PadParams, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { foundPad } from './found-pad.ts'
import type { PadDirectory } from './pad-directory.ts'
import { padOf } from './pad-routes.ts'

export type FreezeRoutesParts = {
  /** Takes no more text in a pad, or takes it again; resolves when that is stored. */
  freeze(pad: string, request: FastifyRequest): Promise<unknown>
  thaw(pad: string, request: FastifyRequest): Promise<unknown>
  pads: PadDirectory
  /** Throws a ProblemError unless a request comes from a moderator of the pad. */
  requireModerator(request: FastifyRequest, pad: string): Promise<unknown>
  originOf(request: FastifyRequest): string
}

/** `/pads/PAD/freeze` and `/thaw` of the HTTP API: whether a pad takes text. */
export const freezeRoutes: FastifyPluginAsyncTypebox<FreezeRoutesParts> = async (app, parts) => {
  const { pads, requireModerator, originOf } = parts

  const answer = async (request: FastifyRequest, name: string) =>
    padOf(await foundPad(pads, name), `${originOf(request)}/p/${encodeURIComponent(name)}`)

  app.post(
    '/pads/:pad/freeze',
    {
      schema: {
        summary: 'Take no more text in a pad',
        description:
          'At once, on open connections too. What was taken before stays; whoever writes later gets their words back for copying. What it says is kept as the next version of its minutes. A frozen pad stays as it is.',
        tags: ['pads'],
        security: [{ organiser: [] }],
        params: PadParams,
        response: { 200: Pad, '4xx': Problem },
      },
    },
    async (request) => {
      await requireModerator(request, request.params.pad.normalize('NFC'))
      const { name } = await foundPad(pads, request.params.pad)
      await parts.freeze(name, request)
      return answer(request, name)
    },
  )

  app.post(
    '/pads/:pad/thaw',
    {
      schema: {
        summary: 'Take text in a frozen pad again',
        description:
          'Open pages can be written in again without loading anew. A pad that is not frozen stays as it is.',
        tags: ['pads'],
        security: [{ organiser: [] }],
        params: PadParams,
        response: { 200: Pad, '4xx': Problem },
      },
    },
    async (request) => {
      await requireModerator(request, request.params.pad.normalize('NFC'))
      const { name } = await foundPad(pads, request.params.pad)
      await parts.thaw(name, request)
      return answer(request, name)
    },
  )
}
