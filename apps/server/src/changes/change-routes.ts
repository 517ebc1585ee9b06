import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  ChangeDone,
  PadParams,
  type Person,
  Problem,
  RestoreWish,
  UndoLinkWish,
  UndoPersonDone,
  UndoPersonWish,
} from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import type { NoterOf } from '../noter.ts'
import { type DifferencesRoutesParts, differencesRoutes } from './differences-routes.ts'
import type { PadChanges } from './pad-changes.ts'

export type ChangeRoutesParts = DifferencesRoutesParts & {
  changes: PadChanges
  /** Throws a ProblemError unless a request comes from a moderator of the pad. */
  requireModerator(request: FastifyRequest, pad: string): Promise<unknown>
  /** Who opened a link that reaches a pad, and when. Throws a `ProblemError` where there is no such link. */
  holdersOf(pad: string, link: number): Promise<readonly { person: string; since: number }[]>
  /** Whoever sends the request, kept so that their name stays beside what they did. */
  author(request: FastifyRequest): Promise<Person>
  findPerson(id: string): Promise<Person>
  noterOf: NoterOf
}

/** `/pads/PAD/differences`, `/restore`, `/undo-person` and `/undo-link` of the HTTP API. */
export const changeRoutes: FastifyPluginAsyncTypebox<ChangeRoutesParts> = async (app, parts) => {
  const { changes, requireModerator, holdersOf, author, findPerson, noterOf } = parts
  await app.register(differencesRoutes, parts)
  const forModerators = { tags: ['history'], security: [{ organiser: [] }], params: PadParams }
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } }
  /** The pad, and the moderator who wants something changed in it. Throws for anybody else. */
  const moderating = async (request: FastifyRequest, params: { pad: string }) => {
    const pad = params.pad.normalize('NFC')
    await requireModerator(request, pad)
    return { pad, person: (await author(request)).id, note: await noterOf(request, { pad }) }
  }

  app.post(
    '/pads/:pad/restore',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Make a pad hold what it held at a revision',
        description:
          'As a new revision, at the same address. What comes back keeps its authors, and what is typed meanwhile stays. To undo it, restore the revision that was the newest before.',
        body: RestoreWish,
        response: { 200: ChangeDone, '4xx': Problem },
      },
    },
    async (request) => {
      const { pad, person, note } = await moderating(request, request.params)
      const { revision } = request.body
      return changes.restore(pad, revision, person, note('restored', `To revision ${revision}`))
    },
  )

  app.post(
    '/pads/:pad/undo-person',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Undo everything that one person did in a pad',
        description:
          'As a new revision, in a span or since the beginning. What they wrote goes, what they took away comes back with its authors, what others did stays; the answer says what was left as it is. To undo it, restore the revision that was the newest before.',
        body: UndoPersonWish,
        response: { 200: UndoPersonDone, '4xx': Problem },
      },
    },
    async (request) => {
      const { pad, person, note } = await moderating(request, request.params)
      const { name } = await findPerson(request.body.person)
      return changes.undoPerson(pad, request.body, person, note('person-undone', name))
    },
  )

  app.post(
    '/pads/:pad/undo-link',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Undo everything that was written in a pad through one link',
        description:
          'Of everybody who opened the link what they did since, as `undo-person` does it. The log tells who wrote, not by which link: what they wrote meanwhile through another one, or without any in an open pad, goes too.',
        body: UndoLinkWish,
        response: { 200: UndoPersonDone, '4xx': Problem },
      },
    },
    async (request) => {
      const { pad, person, note } = await moderating(request, request.params)
      const { link, ...span } = request.body
      const about = `Whoever opened link ${link}`
      return changes.undoPeople(pad, await holdersOf(pad, link), span, person, note('person-undone', about))
    },
  )
}
