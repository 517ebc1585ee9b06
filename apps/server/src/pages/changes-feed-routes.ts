import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TextChange } from '@forumpad/api'
import { Type } from 'typebox'
import { changesAtom, type FeedEntry } from '../changes/changes-atom.ts'
import type { ShownDifferences } from '../changes/shown-differences.ts'
import { createFeedAnswers, hasAlready } from '../feeds/feed-answers.ts'
import type { HistoryFeature } from '../history/history-feature.ts'
import { foundPad } from '../pads/found-pad.ts'
import type { PadRecord } from '../pads/pad-directory.ts'
import type { PageParts } from './page-parts.ts'

export type ChangesFeedParts = Pick<PageParts, 'pads' | 'agenda' | 'originOf' | 'now'> &
  Pick<HistoryFeature, 'told' | 'bursts'> & { differences: Pick<ShownDifferences, 'told'> }

/** What entries came to: a burst that is over is compared once. */
const KEPT = 1_000

/** `/p/PAD/changes.atom`: the changes of a pad to follow. Whoever may read the pad may read it. */
export const changesFeedRoutes: FastifyPluginAsyncTypebox<ChangesFeedParts> = async (app, parts) => {
  const { pads, agenda, told, bursts, differences, originOf, now } = parts
  const answerOf = createFeedAnswers(now)
  const kept = new Map<string, readonly TextChange[]>()

  app.get(
    '/p/:pad/changes.atom',
    {
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: { hide: true, params: Type.Object({ pad: Type.String() }) },
    },
    async (request, reply) => {
      const pad = await foundPad(pads, request.params.pad)
      const url = `${originOf(request)}/p/${encodeURIComponent(pad.name)}`
      const { body, etag } = await answerOf(`${pad.name} ${url}`, () => feedOf(pad, url))
      reply
        .header('access-control-allow-origin', '*')
        .header('access-control-expose-headers', 'etag')
        .header('cross-origin-resource-policy', 'cross-origin')
        // The words in it are anybody's: whatever shows them shows them as a page without rights.
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('cache-control', 'private, no-cache')
        .header('etag', etag)
      if (hasAlready(request.headers['if-none-match'], etag)) return reply.code(304).send()
      return reply.type('application/atom+xml; charset=utf-8').send(body)
    },
  )

  async function feedOf(pad: PadRecord, url: string): Promise<string> {
    const [session, found] = await Promise.all([agenda.sessionOfPad(pad.name), bursts(pad.name)])
    const entries: FeedEntry[] = []
    for (const burst of found) {
      const [people, changes] = await Promise.all([told.people(burst.people), changesIn(pad, burst)])
      entries.push({ ...burst, people, changes })
    }
    return changesAtom({ title: session?.title ?? pad.title, url, madeAt: pad.createdAt }, entries)
  }

  async function changesIn(pad: PadRecord, { revision, to }: { revision: number; to: number }) {
    const key = `${pad.name} ${pad.epoch} ${revision} ${to}`
    const known = kept.get(key)
    if (known) return known
    // The row was read before the log was.
    const asked = { ...pad, revision: Math.max(pad.revision, to) }
    const { changes } = await differences.told(asked, { from: String(revision - 1), to: String(to) })
    kept.set(key, changes)
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break
      kept.delete(oldest)
    }
    return changes
  }
}
