import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, OutcomeFilter, type OutcomesData } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findEvent } from '../agenda/find-event.ts'
import { OUTCOME_FILES } from '../outcomes/files/outcome-files.ts'
import type { OutcomeLists } from '../outcomes/outcome-lists.ts'
import { type TickParts, tickOutcome } from '../outcomes/tick-outcome.ts'
import { foundPad } from '../pads/found-pad.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** So many are on one page. */
const ON_A_PAGE = 300

const InEvent = Type.Object({ event: Type.String() })
const InPad = Type.Object({ pad: Type.String() })
const FileOf = { event: Type.String(), ending: Type.String() }
const Query = Type.Object({
  ...OutcomeFilter.properties,
  by: Type.Optional(Type.Union([Type.Literal('session'), Type.Literal('person'), Type.Literal('')])),
  from: Type.Optional(Type.String({ pattern: '^[0-9]{0,6}$' })),
})
const Tick = Type.Object({ pad: Type.String(), line: Type.String({ maxLength: 600 }), ticked: Type.String() })
const Back = Type.Object({ back: Type.Optional(Type.String({ maxLength: 4000 })) })

export type OutcomesPageParts = PageParts & TickParts & { lists: OutcomeLists }

/** Each reads all outcomes of an event. */
const OFTEN = { rateLimit: { max: 120, timeWindow: '1 minute' } }

/** `/e/EVENT/outcomes`, `/p/PAD/outcomes`, the files beside them, and the boxes of pages without script. */
export const outcomesPageRoutes: FastifyPluginAsyncTypebox<OutcomesPageParts> = async (app, parts) => {
  const { agenda, pads, lists, author, originOf, now } = parts

  app.get(
    '/e/:event/outcomes',
    { config: OFTEN, schema: { hide: true, params: InEvent, querystring: Query } },
    async (request, reply) => {
      const event = await findEvent(agenda, request.params.event)
      const { by, from, ...filter } = request.query
      const readable = await lists.readableInEvent(event.slug, request)
      const { outcomes, counts, choices } = lists.select(readable, filter, event.timeZone)
      const first = Number(from ?? 0)
      return sendPage(parts, request, reply, {
        ...{ page: 'outcomes', event, pad: null, filter, by: by === 'person' ? by : 'session', counts, choices },
        ...{ from: first, total: outcomes.length },
        ...lists.listOf(readable, outcomes.slice(first, first + ON_A_PAGE), filter.kind === 'link' ? 200 : 20),
      })
    },
  )

  app.get(
    '/e/:event/outcomes.:ending',
    { config: OFTEN, schema: { hide: true, params: Type.Object(FileOf), querystring: Query } },
    async (request, reply) => {
      const event = await findEvent(agenda, request.params.event)
      const { ending } = request.params
      const format = Object.hasOwn(OUTCOME_FILES, ending) ? OUTCOME_FILES[ending] : undefined
      if (!format) return reply.callNotFound()
      const readable = await lists.readableInEvent(event.slug, request)
      const { outcomes } = lists.select(readable, request.query, event.timeZone)
      const list = lists.listOf(readable, outcomes)
      const file = { title: event.title, timeZone: event.timeZone, origin: originOf(request), list, at: now() }
      return reply.header('cache-control', 'private, no-cache').type(format.type).send(format.write(file))
    },
  )

  app.get(
    '/p/:pad/outcomes',
    { config: { padRole: 'reader', ...OFTEN }, schema: { hide: true, params: InPad } },
    async (request, reply) => sendPage(parts, request, reply, await ofPad(request, request.params.pad)),
  )

  app.post(
    '/p/:pad/outcomes/:line/:ticked',
    {
      config: { padRole: 'editor', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: { hide: true, params: Tick, querystring: Back },
    },
    async (request, reply) => {
      const { name: pad } = await foundPad(pads, request.params.pad)
      const { line: name, ticked } = request.params
      await tickOutcome(parts, { pad, name, done: ticked === 'done' }, await author(request))
      return reply.redirect(backTo(request.query.back, pad), 303)
    },
  )

  async function ofPad(request: FastifyRequest, asked: string): Promise<OutcomesData> {
    const { name, title } = await foundPad(pads, asked)
    const session = await agenda.sessionOfPad(name)
    const event = (session && (await agenda.findEvent(session.event))) ?? null
    const readable = await lists.readableInPad(name, request)
    const { counts, choices } = lists.select(readable, {}, event?.timeZone ?? 'UTC')
    return {
      ...{ page: 'outcomes', event, pad: { name, title: session?.title ?? title }, filter: {}, by: 'session' },
      ...{ counts, choices, from: 0, total: readable.outcomes.length },
      ...lists.listOf(readable, readable.outcomes),
      sharedLinks: event ? await discussedElsewhere(request, event, name) : [],
    }
  }

  /** The addresses in a pad that are named in other pads of its event as well. */
  async function discussedElsewhere(request: FastifyRequest, event: Event, pad: string) {
    const { sharedLinks } = lists.listOf(await lists.readableInEvent(event.slug, request), [])
    return sharedLinks.filter(({ places }) => places.some((place) => place.pad === pad))
  }
}

/** Only to pages of ours. */
function backTo(back: string | undefined, pad: string): string {
  return back !== undefined && /^\/(?:e|p)\/[^\\\s]*$/.test(back) ? back : `/p/${encodeURIComponent(pad)}/outcomes`
}
