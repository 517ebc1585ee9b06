import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type AgendaRoutesParts, eventRoutes } from './agenda/agenda-routes.ts'
import { fetchAgenda } from './agenda/fetch-agenda.ts'
import { importRoutes } from './agenda/import-routes.ts'
import { sourceRoutes } from './agenda/source-routes.ts'
import type { TemplateDesk } from './agenda/templates/event-templates.ts'
import { templateRoutes } from './agenda/templates/template-routes.ts'
import type { AppParts } from './app-parts.ts'
import type { Organiser } from './http/organiser.ts'
import type { NoterOf } from './noter.ts'
import { type ActivityParts, readActivity } from './pads/pad-activity.ts'
import type { Rights } from './rights/rights.ts'

export type AgendaApiParts = Pick<AppParts, 'agenda' | 'importHistory' | 'agendaSources'> &
  Pick<AgendaRoutesParts, 'now'> &
  ActivityParts & {
    templateDesk: TemplateDesk
    organiser: Pick<Organiser, 'requireOrganiser'>
    noterOf: NoterOf
    rights: Pick<Rights, 'requireInEvent'>
  }

/** Events, their agendas and where these come from, in the HTTP API. */
export const agendaApi: FastifyPluginAsync<AgendaApiParts> = async (api, parts) => {
  const { agenda: store, importHistory: history, agendaSources: sources, now, organiser, rights, noterOf } = parts
  const requireOrganiser = (request: Pick<FastifyRequest, 'headers'>, event: string) =>
    rights.requireInEvent(request, event, 'organiser')
  await api.register(eventRoutes, {
    store,
    now,
    requireOrganiser: organiser.requireOrganiser,
    activity: (names) => readActivity(parts, names),
  })
  await api.register(importRoutes, { store, history, sources, now, requireOrganiser, fetchAgenda, noterOf })
  await api.register(sourceRoutes, { store, sources, history, now, requireOrganiser })
  await api.register(templateRoutes, { store, templateDesk: parts.templateDesk, requireOrganiser, noterOf })
}
