import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { LONGEST_LABEL, PadParams, type Person, Problem, SavedRevision } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { oneLine } from '../one-line.ts'
import type { RevisionIndex } from './revision-index.ts'
import type { KnownPad, ToldHistory } from './told-history.ts'

export type SavedRoutesParts = {
  told: ToldHistory
  index: RevisionIndex
  foundPad(name: string): Promise<KnownPad & { frozenAt: number | null }>
  author(request: FastifyRequest): Promise<Person>
  /** Throws unless whoever asks keeps order in the pad. */
  requireModerator(request: FastifyRequest, pad: string): Promise<unknown>
  now(): number
}

const MOST = 500

/** Saved revisions in the HTTP API: whoever may write saves one under a label, so that everybody finds it again. */
export const savedRoutes: FastifyPluginAsyncTypebox<SavedRoutesParts> = async (app, parts) => {
  const { told, index, foundPad, author, requireModerator, now } = parts

  app.get(
    '/pads/:pad/saved',
    {
      schema: {
        summary: 'The saved revisions of a pad, oldest first',
        tags: ['history'],
        params: PadParams,
        response: { 200: Type.Array(SavedRevision), '4xx': Problem },
      },
    },
    async ({ params }) => told.saved(await foundPad(params.pad)),
  )

  app.post(
    '/pads/:pad/saved',
    {
      config: { padRole: 'editor', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        summary: 'Save a revision under a label, in place of the label that it had',
        tags: ['history'],
        params: PadParams,
        body: Type.Object(
          {
            label: Type.Optional(Type.String({ maxLength: LONGEST_LABEL })),
            revision: Type.Optional(Type.Integer({ description: 'Default: the newest' })),
          },
          { additionalProperties: false },
        ),
        response: { 201: SavedRevision, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const pad = await foundPad(request.params.pad)
      if (pad.frozenAt !== null) throw frozen()
      const { revision = pad.revision, label = '' } = request.body
      const person = await author(request)
      const at = now()
      const saved = { revision, label: oneLine(label), person: person.id, at }
      if (revision < 1 || revision > pad.revision) throw noSuchRevision(pad)
      if (!(await index.save(pad.name, saved, MOST))) throw tooMany()
      return reply.code(201).send({ ...saved, person, at: new Date(at).toISOString() })
    },
  )

  app.delete(
    '/pads/:pad/saved/:revision',
    {
      config: { padRole: 'editor' },
      schema: {
        summary: 'Take the label from a saved revision: your own, or as a moderator any',
        tags: ['history'],
        params: Type.Object({ ...PadParams.properties, revision: Type.String({ maxLength: 40 }) }),
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { name } = await foundPad(request.params.pad)
      const revision = Number(request.params.revision)
      const saved = (await index.saved(name)).find((each) => each.revision === revision)
      if (!saved)
        throw new ProblemError(404, 'not-saved', 'This revision is not saved. The saved ones are in the list.')
      const { id } = await author(request)
      if (saved.person !== id) await requireModerator(request, name)
      await index.forgetSaved(name, revision)
      return reply.code(204).send(null)
    },
  )
}

function noSuchRevision({ revision }: KnownPad): ProblemError {
  const sentence =
    revision === 0
      ? 'Nobody has written in this pad yet: there is nothing to save.'
      : `This pad has the revisions 1 to ${revision}; save one of these.`
  return new ProblemError(404, 'no-such-revision', sentence)
}

const frozen = (): ProblemError =>
  new ProblemError(
    403,
    'pad-frozen',
    'This pad is frozen: no revision can be saved in it. Ask the moderator to reopen it.',
  )

const tooMany = (): ProblemError =>
  new ProblemError(409, 'too-many-saved', `A pad keeps ${MOST} saved revisions: take a label away first.`)
