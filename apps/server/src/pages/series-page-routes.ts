import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Event, OutcomeKind, SeriesData, SeriesOccurrence, Session } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findEvent } from '../agenda/find-event.ts'
import { currentOccurrence } from '../agenda/series-occurrences.ts'
import { sessionsWithActivity, withoutDescription } from '../agenda/sessions-with-activity.ts'
import { ProblemError } from '../http/problem-error.ts'
import type { OutcomeLists } from '../outcomes/outcome-lists.ts'
import { readActivity } from '../pads/pad-activity.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

const InSeries = Type.Object({ event: Type.String(), series: Type.String() })
/** Each reads all outcomes of an event. */
const OFTEN = { rateLimit: { max: 120, timeWindow: '1 minute' } }

export type SeriesPageParts = PageParts & { lists: OutcomeLists }

/** `/e/EVENT/series/SERIES`: all occurrences of what recurs; with `/now`, the pad of the one that counts now. */
export const seriesPageRoutes: FastifyPluginAsyncTypebox<SeriesPageParts> = async (app, parts) => {
  const { agenda, lists, originOf, now } = parts

  app.get(
    '/e/:event/series/:series',
    { config: OFTEN, schema: { hide: true, params: InSeries } },
    async (request, reply) => {
      const event = await findEvent(agenda, request.params.event)
      const sessions = await occurrencesOf(event, request.params.series)
      return sendPage(parts, request, reply, await seriesPage(request, event, sessions))
    },
  )

  app.get('/e/:event/series/:series/now', { schema: { hide: true, params: InSeries } }, async (request, reply) => {
    const { series } = request.params
    const event = await findEvent(agenda, request.params.event)
    const current = currentOccurrence(await occurrencesOf(event, series), series, now())
    if (current === undefined) return reply.redirect(`/e/${event.slug}/series/${encodeURIComponent(series)}`, 302)
    return reply.header('cache-control', 'no-store').redirect(`/p/${encodeURIComponent(current.pad)}`, 302)
  })

  async function occurrencesOf(event: Event, series: string): Promise<Session[]> {
    const occurrences = (await agenda.sessions(event.slug)).filter((session) => session.series === series)
    if (occurrences.length > 0) return occurrences
    throw new ProblemError(
      404,
      'no-such-series',
      `There is no series "${series}" in this event; its agenda has links to them.`,
    )
  }

  async function seriesPage(request: FastifyRequest, event: Event, sessions: readonly Session[]): Promise<SeriesData> {
    const series = sessions[0]?.series ?? ''
    const [withActivity, readable] = await Promise.all([
      sessionsWithActivity(sessions, (pads) => readActivity(parts, pads)),
      lists.readableInEvent(event.slug, request),
    ])
    const current = currentOccurrence(sessions, series, now())
    const readablePads = new Map(readable.pads.map((pad) => [pad.name, pad]))
    const ofSeries = readable.outcomes.filter(({ pad }) => readablePads.get(pad)?.series === series)
    const count = (pad: string, kind: OutcomeKind) =>
      ofSeries.filter((outcome) => outcome.pad === pad && outcome.kind === kind).length
    const isOpen = (pad: string) =>
      ofSeries.filter((outcome) => outcome.pad === pad && outcome.kind === 'action' && outcome.done === false)
    const occurrences = withActivity.map((entry): SeriesOccurrence => {
      const { pad } = entry.session
      const its = readablePads.get(pad)
      return {
        ...withoutDescription(entry),
        isFrozen: its?.isFrozen ?? false,
        counts: its
          ? { actions: count(pad, 'action'), open: isOpen(pad).length, decisions: count(pad, 'decision') }
          : null,
      }
    })
    const last = occurrences.findLast(
      ({ session, activity }) => activity.revisions > 0 && session.start !== null && Date.parse(session.start) <= now(),
    )
    const title = (current ?? sessions.at(-1))?.title ?? series
    return {
      ...{ page: 'series', event, series, title, occurrences, current: current?.pad ?? null },
      url: `${originOf(request)}/e/${event.slug}/series/${encodeURIComponent(series)}/now`,
      last: last?.session.pad ?? null,
      ...lists.listOf(readable, last ? isOpen(last.session.pad) : [], 0),
    }
  }
}
