import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, FreezingState, FreezingWish, ManyFrozen, ManyToFreeze, Problem, type Session } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { NoterOf } from '../noter.ts'
import { dayOf } from './day-of.ts'
import type { FreezeSettings } from './freeze-settings.ts'

export type FreezingRoutesParts = {
  settings: Pick<FreezeSettings, 'hoursAfterEnd' | 'setHoursAfterEnd'>
  foundEvent(slug: string): Promise<Event>
  sessions(event: string): Promise<Session[]>
  /** Those of the pads that take text. */
  openAmong(pads: readonly string[]): Promise<string[]>
  /** Makes the minutes of a pad final. */
  freeze(pad: string, request: FastifyRequest): Promise<unknown>
  /** Throws a ProblemError unless a request comes from a moderator of the event. */
  requireModerator(request: FastifyRequest, event: string): Promise<unknown>
  noterOf: NoterOf
}

/** `/events/EVENT/freezing` of the HTTP API: when minutes become final by themselves. */
export const freezingRoutes: FastifyPluginAsyncTypebox<FreezingRoutesParts> = async (app, parts) => {
  const { settings, foundEvent, requireModerator } = parts
  const params = Type.Object({ event: Type.String({ maxLength: 60 }) })
  const response = { 200: FreezingState, '4xx': Problem }

  app.get(
    '/events/:event/freezing',
    {
      schema: { summary: 'When the minutes of an event are frozen by themselves', tags: ['events'], params, response },
    },
    async (request) => {
      const { slug } = await foundEvent(request.params.event)
      return { hoursAfterEnd: await settings.hoursAfterEnd(slug) }
    },
  )

  app.put(
    '/events/:event/freezing',
    {
      schema: {
        summary: 'Choose when the minutes of an event are frozen by themselves',
        description:
          'So many hours after the end of each session its pad takes no more text, and what it says is kept as a version; null: only by hand. A pad that was opened again has as many hours anew.',
        tags: ['events'],
        security: [{ organiser: [] }],
        params,
        body: FreezingWish,
        response,
      },
    },
    async (request) => {
      const { slug } = await foundEvent(request.params.event)
      await requireModerator(request, slug)
      const { hoursAfterEnd } = request.body
      const about = hoursAfterEnd === null ? 'By hand' : `${hoursAfterEnd} hours after the end`
      const note = await parts.noterOf(request, { event: slug })
      await settings.setHoursAfterEnd(slug, hoursAfterEnd, note('freezing-chosen', about))
      return { hoursAfterEnd: await settings.hoursAfterEnd(slug) }
    },
  )

  app.post(
    '/events/:event/freeze',
    {
      schema: {
        summary: 'Freeze the pads of an event, a day or a track at once',
        description:
          'One after the other: each takes no more text, and what it says is kept as a version. `dryRun` counts those that would be frozen.',
        tags: ['events'],
        security: [{ organiser: [] }],
        params,
        body: ManyToFreeze,
        response: { 200: ManyFrozen, '4xx': Problem },
      },
    },
    async (request) => {
      const event = await foundEvent(request.params.event)
      await requireModerator(request, event.slug)
      const meant = (await parts.sessions(event.slug)).filter(isMeant(event, request.body))
      const open = await parts.openAmong(meant.map(({ pad }) => pad))
      if (request.body.dryRun) return { open: open.length, frozen: 0 }
      for (const pad of open) await parts.freeze(pad, request)
      return { open: open.length, frozen: open.length }
    },
  )
}

function isMeant({ timeZone }: Event, { day, track }: ManyToFreeze): (session: Session) => boolean {
  return ({ start, track: its }) =>
    (day === undefined || (start !== null && dayOf(Date.parse(start), timeZone) === day)) &&
    (track === undefined || its === track)
}
