import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, OutcomeFilter, OutcomeList, OutcomeTick, PadParams, type Person, Problem } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { OutcomeLists } from './outcome-lists.ts'
import { type TickParts, tickOutcome } from './tick-outcome.ts'

export type OutcomeRoutesParts = TickParts & {
  lists: OutcomeLists
  /** The event of an address; throws a 404 if there is none. */
  foundEvent(slug: string): Promise<Event>
  /** The exact name of a pad; throws a 404 if there is none. */
  foundPad(name: string): Promise<{ name: string }>
  author(request: FastifyRequest): Promise<Person>
}

const InEvent = Type.Object({ event: Type.String({ maxLength: 60 }) })
const LineInPad = Type.Object({ pad: Type.String(), line: Type.String({ maxLength: 600 }) })
const listed = { 200: OutcomeList, '4xx': Problem }
const tags = ['outcomes']
/** Each reads all outcomes of an event. */
const OFTEN = { rateLimit: { max: 120, timeWindow: '1 minute' } }

/** `/events/EVENT/outcomes` and `/pads/PAD/outcomes` of the HTTP API: what came out, and ticking what is done. */
export const outcomeRoutes: FastifyPluginAsyncTypebox<OutcomeRoutesParts> = async (app, parts) => {
  const { lists, foundEvent, foundPad, author } = parts

  app.get(
    '/events/:event/outcomes',
    {
      config: OFTEN,
      schema: {
        ...{ tags, summary: 'Actions, decisions, questions, hashtags and links over all pads of an event' },
        description: 'Only of pads that whoever asks may read.',
        ...{ params: InEvent, querystring: OutcomeFilter, response: listed },
      },
    },
    async (request) => {
      const event = await foundEvent(request.params.event)
      const readable = await lists.readableInEvent(event.slug, request)
      return lists.listOf(readable, lists.select(readable, request.query, event.timeZone).outcomes)
    },
  )

  app.get(
    '/pads/:pad/outcomes',
    { schema: { tags, summary: 'The outcomes of a pad', params: PadParams, response: listed } },
    async (request) => {
      const { name } = await foundPad(request.params.pad)
      const readable = await lists.readableInPad(name, request)
      return lists.listOf(readable, readable.outcomes)
    },
  )

  app.put(
    '/pads/:pad/outcomes/:line',
    {
      config: { padRole: 'editor', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: {
        ...{ tags, summary: 'Tick an action in its pad, or take the tick away' },
        description:
          'LINE is the `name` of the outcome. At once in open pages; the history knows it as a change of whoever asks. An action that is no task becomes one. Answers the outcomes of the pad.',
        ...{ params: LineInPad, body: OutcomeTick, response: listed },
      },
    },
    async (request) => {
      const { name: pad } = await foundPad(request.params.pad)
      const { line: name } = request.params
      await tickOutcome(parts, { pad, name, done: request.body.done }, await author(request))
      const readable = await lists.readableInPad(pad, request)
      return lists.listOf(readable, readable.outcomes)
    },
  )
}
