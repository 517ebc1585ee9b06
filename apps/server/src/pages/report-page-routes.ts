import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Event, keepsOrder, type Person, type ReportData } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findEvent } from '../agenda/find-event.ts'
import type { OutcomeLists } from '../outcomes/outcome-lists.ts'
import { readActivity } from '../pads/pad-activity.ts'
import type { ContributionStore } from '../report/contribution-store.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** More of each is in the files. */
const MOST = { outcomes: 2_000, links: 30, contributors: 100 }

export type ReportPageParts = PageParts & {
  lists: OutcomeLists
  contributions: Pick<ContributionStore, 'ofEvent'>
  /** Whoever wrote under this id. */
  findPerson(id: string): Promise<Person>
}

/** `/e/EVENT/report`: an event on one page, as far as whoever looks may read its pads. */
export const reportPageRoutes: FastifyPluginAsyncTypebox<ReportPageParts> = async (app, parts) => {
  const { agenda, rights, lists } = parts

  app.get(
    '/e/:event/report',
    {
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: { hide: true, params: Type.Object({ event: Type.String() }) },
    },
    async (request, reply) => {
      const event = await findEvent(agenda, request.params.event)
      return sendPage(parts, request, reply, await reportOf(event, request))
    },
  )

  async function reportOf(event: Event, request: FastifyRequest): Promise<ReportData> {
    const readable = await lists.readableInEvent(event.slug, request)
    const mayRead = new Set(readable.pads.map(({ name }) => name))
    const sessions = (await agenda.sessions(event.slug)).filter(({ state }) => state !== 'missing')
    const activity = await readActivity(
      parts,
      sessions.map(({ pad }) => pad),
    )
    const held = sessions.filter(({ state, pad }) => state !== 'cancelled' && mayRead.has(pad))
    const isEmpty = ({ pad }: { pad: string }) => (activity.get(pad)?.words ?? 0) === 0
    const told = readable.outcomes.filter(({ kind }) => kind !== 'link' && kind !== 'hashtag')
    const mayManage = keepsOrder(await rights.roleInEvent(rights.whoAsks(request), event.slug))
    return {
      ...{ page: 'report', event, mayManage },
      sessions: held.length,
      words: held.reduce((sum, { pad }) => sum + (activity.get(pad)?.words ?? 0), 0),
      closedPads: sessions.length - sessions.filter(({ pad }) => mayRead.has(pad)).length,
      ...(await contributorsOf(event, request)),
      emptyPads: held.filter(isEmpty).map(({ title, start, end, room, pad }) => ({ title, start, end, room, pad })),
      outcomeCount: told.length,
      ...lists.listOf(readable, told.slice(0, MOST.outcomes), MOST.links),
    }
  }

  async function contributorsOf({ slug }: Event, request: FastifyRequest) {
    const { isOrganiser, person } = rights.whoAsks(request)
    const all = await parts.contributions.ofEvent(slug, { isOrganiser, person, at: parts.now() })
    const characters = all.reduce((sum, each) => sum + each.characters, 0)
    const most = all.slice(0, MOST.contributors)
    const contributors = await Promise.all(
      most.map(async (each) => ({
        person: await parts.findPerson(each.person),
        share: each.characters / characters,
        pads: each.pads,
      })),
    )
    return { contributors, contributorCount: all.length }
  }
}
