import type { Clock } from '@forumpad/sync'
import type { FastifyInstance } from 'fastify'
import { type Burst, Bursts } from './bursts.ts'
import { type ExportRoutesParts, exportRoutes } from './export-routes.ts'
import type { History } from './history.ts'
import { historyRoutes } from './history-routes.ts'
import { createRowReader } from './read-rows.ts'
import type { RevisionIndex } from './revision-index.ts'
import { type SavedRoutesParts, savedRoutes } from './saved-routes.ts'
import { createToldHistory, type ToldHistory, type ToldHistoryParts } from './told-history.ts'

export type HistoryFeatureParts = {
  history: History
  revisions: RevisionIndex
  clock: Clock
} & Pick<ToldHistoryParts, 'findPerson' | 'redactionsOf' | 'shownHtml'>

export type HistoryFeature = {
  told: ToldHistory
  /** The last bursts of changes in a pad, the newest first. */
  bursts(pad: string): Promise<readonly Burst[]>
  /** The routes under `/api/v1`. */
  api(app: FastifyInstance, parts: Pick<SavedRoutesParts, 'foundPad' | 'author' | 'requireModerator'>): Promise<void>
  /** What is exported, under `/p/PAD`. */
  exports(
    app: FastifyInstance,
    parts: Pick<ExportRoutesParts, 'foundPad' | 'unopened' | 'titleOf' | 'shown'>,
  ): Promise<void>
}

const MOST_BURSTS = 20

/** The past of pads: what it was like, what it is told as, what was saved of it, and what leaves in files. */
export function historyFeature(parts: HistoryFeatureParts): HistoryFeature {
  const { history, revisions: index, clock } = parts
  const told = createToldHistory({ ...parts, index })
  const readBursts = createRowReader(index, () => new Bursts(MOST_BURSTS))
  return {
    told,
    bursts: async (pad) => (await readBursts(pad)).newest,
    async api(app, { foundPad, author, requireModerator }) {
      await app.register(historyRoutes, { told, foundPad })
      await app.register(savedRoutes, { told, index, foundPad, author, requireModerator, now: () => clock.now() })
    },
    async exports(app, given) {
      await app.register(exportRoutes, { history, told, ...given })
    },
  }
}
