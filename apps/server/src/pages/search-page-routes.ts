import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { SearchData } from '@forumpad/api'
import { Type } from 'typebox'
import { MOST_PAGES, type SearchParts, search } from '../search/search.ts'
import { FILTERS, LONGEST_QUERY } from '../search/search-query.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

const Words = Type.Optional(Type.String({ maxLength: 200 }))
const querystring = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 20_000 })),
  event: Words,
  day: Words,
  track: Words,
  room: Words,
  person: Words,
  page: Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,2}$' })),
})

/** `/search`: all that one may read, by its words. */
export const searchPageRoutes: FastifyPluginAsyncTypebox<PageParts & { search: SearchParts }> = async (app, parts) => {
  const { agenda, rights } = parts

  app.get(
    '/search',
    { config: { rateLimit: { max: 600, timeWindow: '1 minute' } }, schema: { hide: true, querystring } },
    async (request, reply) => {
      const { q = '', page = '1' } = request.query
      const chosen = Object.fromEntries(FILTERS.map((name) => [name, [request.query[name] ?? ''].filter(Boolean)]))
      const [outcome, events] = await Promise.all([outcomeOf(), agenda.events()])
      if (outcome.is === 'refused') reply.code(400)
      const asked = Object.fromEntries(FILTERS.map((name) => [name, request.query[name] || null])) as Chosen
      return sendPage(parts, request, reply, {
        page: 'search',
        q: q.slice(0, LONGEST_QUERY),
        ...asked,
        events: events.map(({ slug, title }) => ({ slug, title })),
        outcome,
      })

      async function outcomeOf(): Promise<SearchData['outcome']> {
        if (q.trim() === '' && FILTERS.every((name) => !request.query[name])) return { is: 'nothing asked' }
        const readable = await rights.readableBy(rights.whoAsks(request))
        const answer = await search(parts.search, { q, chosen, page: Math.min(Number(page), MOST_PAGES) }, readable)
        return answer.is === 'found' ? answer : { is: 'refused', detail: answer.detail }
      }
    },
  )
}

type Chosen = Pick<SearchData, (typeof FILTERS)[number]>
