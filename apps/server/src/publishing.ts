import type { Event } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { findEvent } from './agenda/find-event.ts'
import type { AppParts } from './app-parts.ts'
import { eventCodes } from './feeds/event-codes.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { signsRoute } from './feeds/signs-route.ts'
import type { BoardFilter } from './now/board.ts'
import { createBoardWatchers } from './now/board-watchers.ts'
import { nowRoutes } from './now/now-routes.ts'
import { readBoard } from './now/read-board.ts'
import { readPadFacts } from './pads/pad-facts.ts'
import { embedRoutes } from './pages/embed-routes.ts'
import { myAgendaRoutes } from './pages/my-agenda-routes.ts'
import { nowPageRoutes } from './pages/now-page-routes.ts'
import type { PageParts } from './pages/page-parts.ts'
import { shortLinkRoutes } from './pages/short-link-routes.ts'
import type { Rights } from './rights/rights.ts'

export type PublishingParts = Pick<AppParts, 'agenda' | 'feeds' | 'boards' | 'pads' | 'roles'> & {
  livePads: LivePads
  rights: Rights
  originOf(request: FastifyRequest): string
  now(): number
}

/** How the agenda reaches people with links to its pads: feeds, boards, signs, short links, frames. Ended by `stop`. */
export function createPublishing(given: PublishingParts) {
  const { agenda, feeds, boards, rights, originOf, now } = given
  const watchers = createBoardWatchers()
  const codes = (event: string) => eventCodes(feeds, event)
  const { sessions, sessionOfPad } = agenda
  const codesOf = async (event: string) => {
    const known = await codes(event)
    return (pad: string) => known.get(pad) ?? null
  }
  const parts = {
    feeds,
    sessions,
    originOf,
    now,
    findEvent: (slug: string) => findEvent(agenda, slug),
    board: (...asked: [Event, number, BoardFilter]) => readBoard({ sessions, store: boards, codesOf }, ...asked),
  }
  return {
    async api(api: FastifyInstance): Promise<void> {
      await api.register(nowRoutes, {
        ...parts,
        store: boards,
        watchers,
        sessionOfPad,
        requireModerator: (request, pad) => rights.requireInPad(request, pad, 'moderator'),
      })
    },
    async pages(app: FastifyInstance, pageParts: PageParts): Promise<void> {
      await app.register(feedRoutes, { ...parts, padFacts: (names) => readPadFacts(given, names) })
      await app.register(signsRoute, parts)
      await app.register(nowPageRoutes, { ...pageParts, ...parts })
      await app.register(myAgendaRoutes, { ...pageParts, ...parts, codes })
      await app.register(embedRoutes, { ...pageParts, feeds })
      await app.register(shortLinkRoutes, { ...pageParts, feeds })
    },
    stop: () => watchers.stop(),
  }
}
