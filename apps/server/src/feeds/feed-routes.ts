import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  type FeedFormatOut,
  feedWithNotes,
  type Pieces,
  padsCsv,
  padsHtml,
  padsMarkdown,
  padsWiki,
} from '@forumpad/agenda'
import type { Event } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type EventListing, eventListing, type ListingParts } from './event-listing.ts'
import { createFeedAnswers, hasAlready } from './feed-answers.ts'
import { padsJson } from './pads-json.ts'
import { unhurried } from './unhurried.ts'

export type FeedRoutesParts = ListingParts & {
  /** Throws a 404 if there is none. */
  findEvent(slug: string): Promise<Event>
  originOf(request: FastifyRequest): string
  now(): number
}

type Feed = { type: string; make(listing: EventListing): Pieces }

const withNotes = (format: FeedFormatOut) => (listing: EventListing) =>
  feedWithNotes(format, listing.feed, listing.agenda, listing.notesOf)

/** Every feed of an event. A new one is a line here. */
const FEEDS: Record<string, Feed> = {
  'agenda.ics': { type: 'text/calendar', make: withNotes('agenda.ics') },
  'schedule.xml': { type: 'application/xml', make: withNotes('schedule.xml') },
  'schedule.json': { type: 'application/json', make: withNotes('schedule.json') },
  'pads.json': { type: 'application/json', make: padsJson },
  'pads.csv': { type: 'text/csv', make: ({ agenda }) => padsCsv(agenda) },
  'pads.md': { type: 'text/markdown', make: ({ agenda }) => padsMarkdown(agenda) },
  'pads.wiki': { type: 'text/plain', make: ({ agenda }) => padsWiki(agenda) },
  'pads.html': { type: 'text/html', make: ({ agenda }) => padsHtml(agenda) },
}

/** `/e/EVENT/agenda.ics` and the like: the agenda with links to the pads, for apps, wikis and programs of whatever site. */
export const feedRoutes: FastifyPluginAsyncTypebox<FeedRoutesParts> = async (app, parts) => {
  const answerOf = createFeedAnswers(parts.now)

  for (const [name, { type, make }] of Object.entries(FEEDS)) {
    app.get(
      `/e/:event/${name}`,
      { schema: { hide: true, params: Type.Object({ event: Type.String() }) } },
      async (request, reply) => {
        const event = await parts.findEvent(request.params.event)
        const origin = parts.originOf(request)
        const { body, etag } = await answerOf(`${event.slug} ${name} ${origin}`, async () =>
          unhurried(make(await eventListing(parts, event, origin))),
        )
        reply
          .header('access-control-allow-origin', '*')
          .header('access-control-expose-headers', 'etag')
          .header('cross-origin-resource-policy', 'cross-origin')
          // The words in it are anybody's: whatever shows them shows them as a page without rights.
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('cache-control', 'no-cache')
          .header('etag', etag)
        if (hasAlready(request.headers['if-none-match'], etag)) return reply.code(304).send()
        return reply.type(`${type}; charset=utf-8`).send(body)
      },
    )
  }
}
