import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { isLanguage, LANGUAGE_COOKIE } from '@forumpad/api'
import { Type } from 'typebox'
import type { PageParts } from './page-parts.ts'

const A_YEAR = 365 * 24 * 60 * 60

/** `/language?to=de`: keeps a choice in a cookie and goes back to the page it was made on, for browsers without script. */
export const languageRoutes: FastifyPluginAsyncTypebox<Pick<PageParts, 'originOf'>> = async (app, { originOf }) => {
  app.get(
    '/language',
    { schema: { hide: true, querystring: Type.Object({ to: Type.Optional(Type.String({ maxLength: 20 })) }) } },
    async (request, reply) => {
      const { to } = request.query
      const page = pageBefore(request.headers.referer, originOf(request))
      // No other site chooses for its visitors.
      if (to !== undefined && isLanguage(to) && page !== undefined)
        reply.header('set-cookie', `${LANGUAGE_COOKIE}=${to}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax`)
      return reply.header('cache-control', 'no-store').redirect(page ?? '/', 303)
    },
  )
}

/** The path of the page that the browser says it was on, if that is one of ours. */
function pageBefore(referer: string | undefined, origin: string): string | undefined {
  if (referer === undefined || !URL.canParse(referer)) return undefined
  const url = new URL(referer)
  // A path of two slashes would lead to another site.
  return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search : undefined
}
