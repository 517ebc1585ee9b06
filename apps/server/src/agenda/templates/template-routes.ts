import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { EventTemplates, Problem, SavedTemplate, TemplateWish } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { NoterOf } from '../../noter.ts'
import type { AgendaStore } from '../agenda-store.ts'
import { findEvent } from '../find-event.ts'
import type { TemplateDesk } from './event-templates.ts'

export type TemplateRoutesParts = {
  store: Pick<AgendaStore, 'findEvent'>
  templateDesk: TemplateDesk
  noterOf: NoterOf
  /** Throws a ProblemError unless a request comes from an organiser of the event. */
  requireOrganiser(request: Pick<FastifyRequest, 'headers'>, event: string): Promise<unknown>
}

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const OfType = Type.Object({ event: Type.String({ maxLength: 60 }), type: Type.String({ maxLength: 300 }) })
const BEGINS =
  'Pads that nobody has opened begin with it from now on; what is written in a pad is never touched. Empty: they begin empty.'

/** `/events/EVENT/templates` of the HTTP API: what the pads of sessions begin with. */
export const templateRoutes: FastifyPluginAsyncTypebox<TemplateRoutesParts> = async (app, parts) => {
  const { store, templateDesk, noterOf } = parts
  const organisersOnly = async (request: Pick<FastifyRequest, 'headers'> & { params: { event: string } }) => {
    await parts.requireOrganiser(request, request.params.event)
  }
  const forOrganisers = { tags: ['templates'], security: [{ organiser: [] }] }
  const path = '/events/:event/templates'

  app.get(
    path,
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'The templates of an event, the types of its sessions, and what a template may say of a session',
        params: InEvent,
        response: { 200: EventTemplates, '4xx': Problem },
      },
    },
    async ({ params }) => templateDesk.list(await findEvent(store, params.event)),
  )

  app.put(
    path,
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Keep the template of all sessions that have none of their own',
        description: BEGINS,
        params: InEvent,
        body: TemplateWish,
        response: { 200: SavedTemplate, '4xx': Problem },
      },
    },
    async (request) => save(request, null, request.body.markdown),
  )

  app.delete(
    path,
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Forget the template of the event: its pads begin with the one that every event has',
        params: InEvent,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      await remove(request, null)
      return reply.code(204).send(null)
    },
  )

  app.put(
    `${path}/:type`,
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Keep the template of one type of sessions',
        description: `The type as the agenda names it, in any case; where no session is of that type, a track. ${BEGINS}`,
        params: OfType,
        body: TemplateWish,
        response: { 200: SavedTemplate, '4xx': Problem },
      },
    },
    async (request) => save(request, request.params.type, request.body.markdown),
  )

  app.delete(
    `${path}/:type`,
    {
      onRequest: organisersOnly,
      schema: {
        ...forOrganisers,
        summary: 'Forget the template of one type of sessions',
        params: OfType,
        response: { 204: Type.Null(), '4xx': Problem },
      },
    },
    async (request, reply) => {
      await remove(request, request.params.type)
      return reply.code(204).send(null)
    },
  )

  type OfEvent = FastifyRequest<{ Params: { event: string } }>

  async function save(request: OfEvent, type: string | null, markdown: string): Promise<SavedTemplate> {
    const event = await findEvent(store, request.params.event)
    return templateDesk.save(event, type, markdown, await noterOf(request, { event: event.slug }))
  }

  async function remove(request: OfEvent, type: string | null): Promise<void> {
    const event = await findEvent(store, request.params.event)
    await templateDesk.remove(event, type, await noterOf(request, { event: event.slug }))
  }
}
