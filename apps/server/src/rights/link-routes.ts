import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MadeRoleLink, NewRoleLink, type Noter, PadParams, Problem, type Role, RoleLink } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import type { NoterOf } from '../noter.ts'
import { type MakeLinkParts, makeLink } from './make-link.ts'
import { requireNoMoreThan } from './no-more-than.ts'
import type { Rights } from './rights.ts'
import type { LinkRecord } from './role-store.ts'
import { type ShownLinkParts, shownLink } from './shown-link.ts'

export type LinkRoutesParts = MakeLinkParts &
  ShownLinkParts & {
    rights: Rights
    /** The exact name of a pad; throws a 404 if there is none. */
    foundPad(name: string): Promise<{ name: string }>
    foundEvent(slug: string): Promise<{ slug: string }>
    originOf(request: FastifyRequest): string
    noterOf: NoterOf
  }

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const Id = Type.String({ pattern: '^[0-9]{1,15}$' })
const PadLink = Type.Object({ pad: Type.String(), link: Id })
const EventLink = Type.Object({ event: Type.String({ maxLength: 60 }), link: Id })

const forModerators = { tags: ['roles'], security: [{ organiser: [] }] }
const made = { 201: MadeRoleLink, '4xx': Problem }
const listed = { 200: Type.Array(RoleLink), '4xx': Problem }
const revoked = { 204: Type.Null(), '4xx': Problem }
const TOLD_ONCE = 'The address is told in this answer and never again. Whoever opens it holds the role.'
const AT_ONCE = 'Whoever held the role by it loses it at once, on open connections too.'

/** `/pads/PAD/links` and `/events/EVENT/links` of the HTTP API, for moderators and organisers. */
export const linkRoutes: FastifyPluginAsyncTypebox<LinkRoutesParts> = async (app, parts) => {
  const { roles, rights, foundPad, foundEvent, originOf, noterOf, now } = parts
  const shown = (links: readonly LinkRecord[]) => Promise.all(links.map((link) => shownLink(parts, link)))
  const rateLimit = { max: 60, timeWindow: '1 minute' }

  app.get(
    '/pads/:pad/links',
    {
      schema: {
        ...forModerators,
        summary: 'Who holds what in a pad by its links',
        params: PadParams,
        response: listed,
      },
    },
    async (request) => {
      await rights.requireInPad(request, nameIn(request.params), 'moderator')
      const { name } = await foundPad(request.params.pad)
      return shown(await roles.links({ pad: name }))
    },
  )

  app.post(
    '/pads/:pad/links',
    {
      config: { rateLimit },
      schema: {
        ...forModerators,
        summary: 'Make a link that gives a role in a pad',
        description: TOLD_ONCE,
        params: PadParams,
        body: NewRoleLink,
        response: made,
      },
    },
    async (request, reply) => {
      const role = await rights.requireInPad(request, nameIn(request.params), 'moderator')
      const { name } = await foundPad(request.params.pad)
      if (request.body.track !== undefined) throw noTrackHere()
      const note = await noterOf(request, { pad: name })
      const by = { role, person: rights.whoAsks(request).person ?? null, note }
      const { link, secret } = await makeLink(parts, { is: 'pad', pad: name }, request.body, by)
      return reply.code(201).send({ link: await shownLink(parts, link), url: `${originOf(request)}/r/${secret}` })
    },
  )

  app.delete(
    '/pads/:pad/links/:link',
    {
      schema: { ...forModerators, summary: 'Revoke a link', description: AT_ONCE, params: PadLink, response: revoked },
    },
    async (request, reply) => {
      const role = await rights.requireInPad(request, nameIn(request.params), 'moderator')
      const { name } = await foundPad(request.params.pad)
      const note = await noterOf(request, { pad: name })
      await revoke(await roles.links({ pad: name }), request.params.link, { role, note })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/events/:event/links',
    {
      schema: {
        ...forModerators,
        summary: 'Who holds what in an event and its pads by links',
        params: InEvent,
        response: listed,
      },
    },
    async (request) => {
      const { slug } = await foundEvent(request.params.event)
      await rights.requireInEvent(request, slug, 'moderator')
      return shown(await roles.links({ event: slug }))
    },
  )

  app.post(
    '/events/:event/links',
    {
      config: { rateLimit },
      schema: {
        ...forModerators,
        summary: 'Make a link that gives a role in all pads of an event, or of one track',
        description: TOLD_ONCE,
        params: InEvent,
        body: NewRoleLink,
        response: made,
      },
    },
    async (request, reply) => {
      const { slug: event } = await foundEvent(request.params.event)
      const by = {
        role: await rights.requireInEvent(request, event, 'moderator'),
        person: rights.whoAsks(request).person ?? null,
        note: await noterOf(request, { event }),
      }
      const { track } = request.body
      const scope = track === undefined ? ({ is: 'event', event } as const) : ({ is: 'track', event, track } as const)
      const { link, secret } = await makeLink(parts, scope, request.body, by)
      return reply.code(201).send({ link: await shownLink(parts, link), url: `${originOf(request)}/r/${secret}` })
    },
  )

  app.delete(
    '/events/:event/links/:link',
    {
      schema: {
        ...forModerators,
        summary: 'Revoke a link',
        description: AT_ONCE,
        params: EventLink,
        response: revoked,
      },
    },
    async (request, reply) => {
      const { slug } = await foundEvent(request.params.event)
      const role = await rights.requireInEvent(request, slug, 'moderator')
      const note = await noterOf(request, { event: slug })
      await revoke(await roles.links({ event: slug }), request.params.link, { role, note })
      return reply.code(204).send(null)
    },
  )

  async function revoke(links: readonly LinkRecord[], asked: string, by: { role: Role; note: Noter }): Promise<void> {
    const link = links.find(({ id }) => id === Number(asked))
    if (!link)
      throw new ProblemError(
        404,
        'no-such-link',
        `There is no link ${asked} here; the list of links has their numbers.`,
      )
    requireNoMoreThan(by.role, link.role)
    if (await roles.revoke(link.id, now(), by.note('link-revoked', `Link ${link.id}`))) await rights.changed(link.scope)
  }
}

function nameIn({ pad }: { pad: string }): string {
  return pad.normalize('NFC')
}

function noTrackHere(): ProblemError {
  return new ProblemError(400, 'invalid-request', 'A link of a pad has no track; make one for the event.')
}
