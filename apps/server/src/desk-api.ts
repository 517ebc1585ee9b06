import type { Person } from '@forumpad/api'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { AppParts } from './app-parts.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import type { PadChanges } from './changes/pad-changes.ts'
import { blockRoutes } from './moderation/block-routes.ts'
import { createModeration, type Moderation } from './moderation/moderation.ts'
import type { SettledTexts } from './pads/settled-texts.ts'
import { moderationPageRoutes } from './pages/moderation-page-routes.ts'
import type { PageParts } from './pages/page-parts.ts'
import { type TemplatePageParts, templatePageRoutes } from './pages/template-page-routes.ts'
import { accessRoutes } from './rights/access-routes.ts'
import { type LinkRoutesParts, linkRoutes } from './rights/link-routes.ts'
import { lockRoutes, setLock } from './rights/lock-routes.ts'

export type DeskPagesParts = PageParts & TemplatePageParts & { moderation: Moderation }

/** The pages of those who keep order, but for the desk itself. */
export const deskPages: FastifyPluginAsync<DeskPagesParts> = async (pages, parts) => {
  await pages.register(moderationPageRoutes, parts)
  await pages.register(templatePageRoutes, parts)
}

export type DeskApiParts = Pick<AppParts, 'audit'> & LinkRoutesParts & { moderation: Moderation }

/** All of the HTTP API by which those who keep order say who may do what, and see who did. */
export const deskApi: FastifyPluginAsync<DeskApiParts> = async (api, parts) => {
  const { rights } = parts
  await api.register(linkRoutes, parts)
  await api.register(accessRoutes, parts)
  await api.register(lockRoutes, parts)
  await api.register(blockRoutes, parts)
  await api.register(auditRoutes, {
    ...parts,
    requireOrganiser: (request, event) => rights.requireInEvent(request, event, 'organiser'),
  })
}

export type DeskModerationParts = Pick<AppParts, 'changeLog' | 'blocks' | 'links' | 'pads'> &
  Pick<LinkRoutesParts, 'roles' | 'rights' | 'findPerson' | 'noterOf' | 'now'> & {
    changes: PadChanges
    settledTexts: Pick<SettledTexts, 'changed'>
    author(request: FastifyRequest): Promise<Person>
  }

/** What moderators do over all pads of an event, with what it needs of the other features. */
export function createDeskModeration(parts: DeskModerationParts): Moderation {
  const { rights, pads } = parts
  return createModeration({
    ...parts,
    openAmong: async (names) =>
      (await pads.findMany(names)).flatMap(({ name, frozenAt }) => (frozenAt === null ? [name] : [])),
    requireModerator: (request, event) => rights.requireInEvent(request, event, 'moderator'),
    isLocked: parts.roles.isEventLocked,
    setLock: (event, locked, note) => setLock(parts, { is: 'event', event }, locked, note),
    // Each is brought anew to whoever follows it: the links, what came out, and the pages that are open.
    linksChanged: async (event) =>
      (await parts.roles.padsIn({ is: 'event', event })).forEach(parts.settledTexts.changed),
    titleOf: async (name) => (await pads.find(name))?.title ?? name,
    roleOf: (event, person) => rights.roleInEvent({ isOrganiser: false, person }, event),
    rightsChanged: (event, person) => rights.changed({ is: 'event', event }, person),
  })
}
