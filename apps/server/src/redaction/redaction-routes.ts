import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { PadParams, Problem, RedactionList, RedactionReport, RedactionWish } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import type { KnownPad } from './elsewhere.ts'
import type { Redactions, Redactor } from './redactions.ts'

export type RedactionRoutesParts = {
  redactions: Redactions
  foundPad(name: string): Promise<KnownPad>
  /** Throws a ProblemError unless a request comes from a moderator of the pad. */
  requireModerator(request: FastifyRequest, pad: string): Promise<unknown>
  /** Whether a request comes from a moderator of a pad. */
  isModerator(request: FastifyRequest, pad: string): Promise<boolean>
  /** Who asks, as they are called now; both null for a program. */
  actor(request: FastifyRequest): Promise<Omit<Redactor, 'mayRedact'>>
}

/** `/pads/PAD/redactions` of the HTTP API. */
export const redactionRoutes: FastifyPluginAsyncTypebox<RedactionRoutesParts> = async (app, parts) => {
  const { redactions, foundPad, requireModerator, isModerator, actor } = parts

  app.get(
    '/pads/:pad/redactions',
    {
      schema: {
        summary: 'What was taken out of a pad and its history: when, by whom and how much, never which words',
        tags: ['history'],
        params: PadParams,
        response: { 200: RedactionList, '4xx': Problem },
      },
    },
    async ({ params }) => {
      const { name } = await foundPad(params.pad)
      return { redactions: await redactions.list(name) }
    },
  )

  app.post(
    '/pads/:pad/redactions',
    {
      // A frozen pad may be redacted; the right is asked for below, with the pad in hand.
      config: { padRole: 'moderator', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        summary: 'Take a passage out of a pad and its whole history, for good',
        description:
          'Marks of the same length stand in its place in the text, in every revision, in frozen versions and in whatever is made of them. The same words go wherever else they stand or stood in the pad, its chat and its comments, and from the other pads of `alsoIn`. It cannot be undone; `dryRun` says what would go.',
        tags: ['history'],
        security: [{ organiser: [] }],
        params: PadParams,
        body: RedactionWish,
        response: { 200: RedactionReport, 201: RedactionReport, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const pad = await foundPad(request.params.pad)
      await requireModerator(request, pad.name)
      const mayRedact = (other: string) => isModerator(request, other)
      const by = { ...(await actor(request)), mayRedact }
      if (request.body.dryRun) return redactions.lookAt(pad, request.body, by)
      const report = await redactions.redact(pad, request.body, by)
      return reply.code(201).send(report)
    },
  )
}
