import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AuthorsShownState, PadParams, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { foundPad } from './found-pad.ts'
import type { PadDirectory } from './pad-directory.ts'

export type AuthorsShownRoutesParts = {
  pads: PadDirectory
  /** Throws a ProblemError unless a request comes from a moderator of the pad. */
  requireModerator(request: FastifyRequest, pad: string): Promise<unknown>
}

/** `/pads/PAD/authors-shown` of the HTTP API: how a pad shows who wrote what. */
export const authorsShownRoutes: FastifyPluginAsyncTypebox<AuthorsShownRoutesParts> = async (app, parts) => {
  const { pads, requireModerator } = parts
  app.put(
    '/pads/:pad/authors-shown',
    {
      schema: {
        summary: 'Choose how a pad shows who wrote what',
        description: 'To whoever has not chosen for their own device, when they open the pad the next time.',
        tags: ['pads'],
        security: [{ organiser: [] }],
        params: PadParams,
        body: AuthorsShownState,
        response: { 200: AuthorsShownState, '4xx': Problem },
      },
    },
    async (request) => {
      await requireModerator(request, request.params.pad.normalize('NFC'))
      const { name } = await foundPad(pads, request.params.pad)
      await pads.showAuthors(name, request.body.authorsShown)
      return request.body
    },
  )
}
