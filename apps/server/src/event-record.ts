import type { FastifyPluginAsync } from 'fastify'
import { archiveRoutes } from './archive/archive-routes.ts'
import { archiveImportRoutes, type ImportRoutesParts } from './archive/import-routes.ts'
import {
  type ArchiveImportNeed,
  type ArchiveNeed,
  createArchiveImportParts,
  createArchiveParts,
} from './archive-parts.ts'
import { type OutcomeRoutesParts, outcomeRoutes } from './outcomes/outcome-routes.ts'
import type { SettledTexts } from './pads/settled-texts.ts'
import { type OutcomesPageParts, outcomesPageRoutes } from './pages/outcomes-page-routes.ts'
import { type ReportPageParts, reportPageRoutes } from './pages/report-page-routes.ts'
import { seriesPageRoutes } from './pages/series-page-routes.ts'

export type EventRecordParts = OutcomesPageParts & ReportPageParts & ArchiveNeed

/** What stays of an event: its outcomes, its report and its archive. */
export const eventRecordRoutes: FastifyPluginAsync<EventRecordParts> = async (pages, parts) => {
  await pages.register(outcomesPageRoutes, parts)
  await pages.register(reportPageRoutes, parts)
  await pages.register(seriesPageRoutes, parts)
  await pages.register(archiveRoutes, createArchiveParts(parts))
}

export type EventRecordApiParts = OutcomeRoutesParts &
  Omit<ArchiveImportNeed, 'imported'> &
  Pick<ImportRoutesParts, 'requireOrganiser'> & { settledTexts: Pick<SettledTexts, 'changed'> }

/** The same for programs: outcomes, and events that come back from archives. */
export const eventRecordApi: FastifyPluginAsync<EventRecordApiParts> = async (api, parts) => {
  await api.register(outcomeRoutes, parts)
  const imported = (pads: readonly string[]) => pads.forEach(parts.settledTexts.changed)
  const importParts = createArchiveImportParts({ ...parts, imported })
  await api.register(archiveImportRoutes, { ...importParts, requireOrganiser: parts.requireOrganiser })
}
