import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { FeedStore } from '../feeds/feed-store.ts'
import { nearCodes, numberOf } from '../feeds/short-code.ts'
import { linkTo } from './pad-link.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'
import { sessionsOnNow } from './session-pages.ts'

const NEAREST = 5

/** `/s/CODE`: a pad by the five signs of its code, in whatever case; for a mistyped one, what may be meant. */
export const shortLinkRoutes: FastifyPluginAsyncTypebox<PageParts & { feeds: FeedStore }> = async (app, parts) => {
  const { feeds, agenda, pads, now } = parts

  app.get(
    '/s/:code',
    { schema: { hide: true, params: Type.Object({ code: Type.String({ maxLength: 100 }) }) } },
    async (request, reply) => {
      const { code } = request.params
      const number = numberOf(code)
      const pad = number === undefined ? undefined : (await feeds.padsNumbered([number])).get(number)
      if (pad !== undefined) return reply.redirect(`/p/${encodeURIComponent(pad)}`, 302)
      const near = await feeds.padsNumbered(nearCodes(code).flatMap((one) => numberOf(one) ?? []))
      const [records, onNow] = await Promise.all([
        pads.findMany([...near.values()].slice(0, NEAREST)),
        sessionsOnNow(agenda, now()),
      ])
      return sendPage(parts, request, reply.code(404), {
        page: 'no-such-pad',
        name: code,
        creatable: null,
        nearest: records.map(linkTo),
        onNow,
      })
    },
  )
}
