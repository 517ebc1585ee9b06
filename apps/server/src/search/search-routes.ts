import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Problem, SearchResults } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { ProblemError } from '../http/problem-error.ts'
import { MOST_PAGES, type SearchParts, search } from './search.ts'
import type { Readable } from './search-store.ts'

export type SearchRoutesParts = SearchParts & {
  /** What whoever asks may read. */
  readable(request: FastifyRequest): Promise<Readable>
}

const Words = Type.Optional(Type.String({ maxLength: 200 }))
const HOW = 'Words, `"phrases"`, `prefix*`, `-not`, `#action`, `##hashtag`, `event:` `day:` `track:` `room:` `person:`'

/** `GET /search` of the HTTP API. */
export const searchRoutes: FastifyPluginAsyncTypebox<SearchRoutesParts> = async (app, { readable, ...parts }) => {
  app.get(
    '/search',
    {
      config: { rateLimit: { max: 600, timeWindow: '1 minute' } },
      schema: {
        summary: 'Search the titles, notes and chats of all pads that you may read',
        tags: ['search'],
        querystring: Type.Object({
          q: Type.Optional(Type.String({ maxLength: 20_000, description: HOW })),
          event: Words,
          day: Words,
          track: Words,
          room: Words,
          person: Type.Optional(
            Type.String({ maxLength: 200, description: 'A name in the agenda, or of somebody who wrote in the pad' }),
          ),
          page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
        }),
        response: { 200: SearchResults, '4xx': Problem },
      },
    },
    async (request) => {
      const { q = '', page = '1', ...chosen } = request.query
      const { event, day, track, room, person } = chosen
      const filters = {
        event: listOf(event),
        day: listOf(day),
        track: listOf(track),
        room: listOf(room),
        person: listOf(person),
      }
      const question = { q, chosen: filters, page: Math.min(Number(page), MOST_PAGES) }
      const answer = await search(parts, question, await readable(request))
      if (answer.is === 'refused') throw new ProblemError(400, answer.code, answer.detail)
      return answer.results
    },
  )
}

const listOf = (value: string | undefined): string[] => (value === undefined ? [] : [value])
