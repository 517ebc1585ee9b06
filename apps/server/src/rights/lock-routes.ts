import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type ActToNote, LockState, PadParams, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { AccessRoutesParts } from './access-routes.ts'
import type { Rights } from './rights.ts'
import type { LockScope, RoleStore } from './role-store.ts'

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const forModerators = { tags: ['roles'], security: [{ organiser: [] }], response: { 200: LockState, '4xx': Problem } }
const config = { rateLimit: { max: 60, timeWindow: '1 minute' } }
const ONLY_LINKS =
  'Only those write who hold a link as editor, moderator or organiser; everybody else reads, if they may.'
const AT_ONCE =
  'At once, on open connections too. What was chosen for those without a link stays, and holds again when it is unlocked.'

/** `/pads/PAD/lock`, `/events/EVENT/lock` and their opposites in the HTTP API. */
export const lockRoutes: FastifyPluginAsyncTypebox<AccessRoutesParts> = async (app, parts) => {
  const { rights, foundPad, foundEvent } = parts

  async function inPad(request: FastifyRequest<{ Params: { pad: string } }>, locked: boolean): Promise<LockState> {
    await rights.requireInPad(request, request.params.pad.normalize('NFC'), 'moderator')
    const { name } = await foundPad(request.params.pad)
    const note = await parts.noterOf(request, { pad: name })
    await setLock(parts, { is: 'pad', pad: name }, locked, note(locked ? 'locked' : 'unlocked'))
    return { lock: (await parts.roles.placeOf(name))?.lock ?? null }
  }

  async function inEvent(request: FastifyRequest<{ Params: { event: string } }>, locked: boolean): Promise<LockState> {
    const { slug } = await foundEvent(request.params.event)
    await rights.requireInEvent(request, slug, 'moderator')
    const note = await parts.noterOf(request, { event: slug })
    await setLock(parts, { is: 'event', event: slug }, locked, note(locked ? 'locked' : 'unlocked', 'All pads'))
    return { lock: locked ? 'event' : null }
  }

  app.post(
    '/pads/:pad/lock',
    {
      config,
      schema: { ...forModerators, summary: 'Lock a pad', description: `${ONLY_LINKS} ${AT_ONCE}`, params: PadParams },
    },
    async (request) => inPad(request, true),
  )

  app.post(
    '/pads/:pad/unlock',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Unlock a pad',
        description: 'A pad of an event that is locked as a whole stays locked.',
        params: PadParams,
      },
    },
    async (request) => inPad(request, false),
  )

  app.post(
    '/events/:event/lock',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Lock all pads of an event, those that come later too',
        description: `${ONLY_LINKS} ${AT_ONCE}`,
        params: InEvent,
      },
    },
    async (request) => inEvent(request, true),
  )

  app.post(
    '/events/:event/unlock',
    {
      config,
      schema: {
        ...forModerators,
        summary: 'Unlock the pads of an event',
        description: 'Pads that were locked by themselves stay locked.',
        params: InEvent,
      },
    },
    async (request) => inEvent(request, false),
  )
}

/** Locks or unlocks, and holds everybody who is there to it. */
export async function setLock(
  { roles, rights }: { roles: Pick<RoleStore, 'setLock'>; rights: Pick<Rights, 'changed'> },
  scope: LockScope,
  locked: boolean,
  note: ActToNote,
): Promise<void> {
  await roles.setLock(scope, locked, note)
  await rights.changed(scope)
}
