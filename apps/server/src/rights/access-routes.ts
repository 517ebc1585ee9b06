import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AccessState, AccessWish, PadParams, Problem } from '@forumpad/api'
import { Type } from 'typebox'
import type { NoterOf } from '../noter.ts'
import type { Rights } from './rights.ts'
import { accessOf } from './role-of.ts'
import type { RoleStore } from './role-store.ts'

export type AccessRoutesParts = {
  roles: RoleStore
  rights: Rights
  foundPad(name: string): Promise<{ name: string }>
  foundEvent(slug: string): Promise<{ slug: string }>
  noterOf: NoterOf
}

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const forModerators = { tags: ['roles'], security: [{ organiser: [] }], response: { 200: AccessState, '4xx': Problem } }

/** `/pads/PAD/access` and `/events/EVENT/access` of the HTTP API: who may come without a link. */
export const accessRoutes: FastifyPluginAsyncTypebox<AccessRoutesParts> = async (app, parts) => {
  const { roles, rights, foundPad, foundEvent, noterOf } = parts

  const ofPad = async (name: string): Promise<AccessState> => {
    const place = await roles.placeOf(name)
    const access = place ? accessOf(place) : 'open'
    return { chosen: place?.access ?? null, access, lock: place?.lock ?? null }
  }
  const ofEvent = async (slug: string): Promise<AccessState> => {
    const [chosen, isLocked] = await Promise.all([roles.eventAccess(slug), roles.isEventLocked(slug)])
    const lock = isLocked ? 'event' : null
    return { chosen, access: accessOf({ access: chosen, eventAccess: null, lock }), lock }
  }

  app.get(
    '/pads/:pad/access',
    {
      config: { padRole: 'anybody' },
      schema: {
        summary: 'Who may come into a pad without a link',
        tags: ['roles'],
        params: PadParams,
        response: forModerators.response,
      },
    },
    async ({ params }) => ofPad((await foundPad(params.pad)).name),
  )

  app.put(
    '/pads/:pad/access',
    {
      schema: {
        ...forModerators,
        summary: 'Choose who may come into a pad without a link',
        description: 'At once, on open connections too.',
        params: PadParams,
        body: AccessWish,
      },
    },
    async (request) => {
      await rights.requireInPad(request, request.params.pad.normalize('NFC'), 'moderator')
      const { name } = await foundPad(request.params.pad)
      const note = await noterOf(request, { pad: name })
      const { access } = request.body
      await roles.setPadAccess(name, access, note('access-chosen', access ?? ''))
      await rights.changed({ is: 'pad', pad: name })
      return ofPad(name)
    },
  )

  app.get(
    '/events/:event/access',
    {
      schema: {
        summary: 'Who may come into the pads of an event without a link, where nothing is chosen for the pad',
        tags: ['roles'],
        params: InEvent,
        response: forModerators.response,
      },
    },
    async ({ params }) => ofEvent((await foundEvent(params.event)).slug),
  )

  app.put(
    '/events/:event/access',
    {
      schema: {
        ...forModerators,
        summary: 'Choose who may come into the pads of an event without a link',
        description: 'At once, on open connections too. What was chosen for a pad alone stays.',
        params: InEvent,
        body: AccessWish,
      },
    },
    async (request) => {
      const { slug } = await foundEvent(request.params.event)
      await rights.requireInEvent(request, slug, 'moderator')
      const note = await noterOf(request, { event: slug })
      const { access } = request.body
      await roles.setEventAccess(slug, access, note('access-chosen', access ?? ''))
      await rights.changed({ is: 'event', event: slug })
      return ofEvent(slug)
    },
  )
}
