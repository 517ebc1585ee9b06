import type { IncomingMessage } from 'node:http'
import type { Person } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { fetchIfChanged } from './agenda/fetch-agenda.ts'
import { findEvent } from './agenda/find-event.ts'
import { createAgendaRefresh } from './agenda/refresh-agendas.ts'
import { createTemplateDesk } from './agenda/templates/event-templates.ts'
import { agendaApi } from './agenda-api.ts'
import type { AppParts } from './app-parts.ts'
import { auditOf } from './audit-parts.ts'
import { createBesideText } from './beside-text.ts'
import { changeRoutes } from './changes/change-routes.ts'
import { createDeskModeration, deskApi, deskPages } from './desk-api.ts'
import { eventRecordApi, eventRecordRoutes } from './event-record.ts'
import { freezingApi } from './freezing-api.ts'
import { addApiDocumentation } from './http/api-documentation.ts'
import { addApiErrors } from './http/api-errors.ts'
import { createMetrics } from './http/metrics.ts'
import { operationRoutes } from './http/operation-routes.ts'
import { createOrganiser } from './http/organiser.ts'
import { addOriginGuard } from './http/origin-guard.ts'
import { isFromOurPages } from './http/same-origin.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { serverOptions } from './http/server-options.ts'
import { addStaticFiles } from './http/static-files.ts'
import { addPacking, addRateLimits, takeForms } from './http/traffic.ts'
import { requestFacts } from './http/trusted-request.ts'
import { createImageFiles } from './images/image-files.ts'
import { imageApiRoutes, imagePageRoutes } from './images/image-routes.ts'
import { createLiveCore } from './live-core.ts'
import { createMinutesCore } from './minutes-core.ts'
import { createOutcomeParts } from './outcome-parts.ts'
import { authorsShownRoutes } from './pads/authors-shown-routes.ts'
import { foundPad, writablePad } from './pads/found-pad.ts'
import { wordCounts } from './pads/pad-activity.ts'
import { readPadName } from './pads/pad-name.ts'
import { padRoutes } from './pads/pad-routes.ts'
import { agendaPageRoutes } from './pages/agenda-page-routes.ts'
import { changesPageRoutes } from './pages/changes-page-routes.ts'
import { historyPageRoutes } from './pages/history-page-routes.ts'
import { homeRoutes } from './pages/home-routes.ts'
import { languageRoutes } from './pages/language-routes.ts'
import { padPageRoutes } from './pages/pad-page-routes.ts'
import { addPageErrors } from './pages/page-errors.ts'
import type { PageParts } from './pages/page-parts.ts'
import { reviewPageRoutes } from './pages/review-page-routes.ts'
import { searchPageRoutes } from './pages/search-page-routes.ts'
import { sendPage } from './pages/send-page.ts'
import { versionPageRoutes } from './pages/version-page-routes.ts'
import { createPastCore } from './past-core.ts'
import { deviceApiRoutes, deviceDoor } from './people/device-routes.ts'
import { createIdentityCookie } from './people/identity-cookie.ts'
import { meRoutes } from './people/me-routes.ts'
import { createPeople } from './people/people.ts'
import { createVisitors } from './people/visitors.ts'
import { createPublishing } from './publishing.ts'
import { createRedactionCore } from './redaction-core.ts'
import { createExpiryWatch } from './rights/expiry-watch.ts'
import { linkDoor } from './rights/link-door.ts'
import { linkHolders } from './rights/link-holders.ts'
import { addPadGuard } from './rights/pad-guard.ts'
import { createRights } from './rights/rights.ts'
import { createRolesOnSockets } from './rights/roles-on-sockets.ts'
import { createKeepUp } from './search/keep-up.ts'
import { notesFollower } from './search/search.ts'
import { searchRoutes } from './search/search-routes.ts'
import { withSeries } from './series-core.ts'
import { openSocketGateway } from './sockets/socket-gateway.ts'

export type App = {
  http: FastifyInstance
  livePads: LivePads
  /** Ends every socket with 1012, stores all that was received, and closes the port. */
  stop(): Promise<void>
}

/** The whole program but its database and its port: every part, and who gets which. */
export async function buildApp(given: AppParts): Promise<App> {
  const parts = withSeries(given)
  const { config, pads, clock, keys } = parts
  const now = () => clock.now()
  const http = fastify(serverOptions(config.logLevel))

  const factsOf = requestFacts(config.trustProxy)
  const isHttps = ({ raw }: FastifyRequest) => config.publicUrl?.startsWith('https:') || factsOf(raw).https
  const originOf = (request: FastifyRequest) =>
    config.publicUrl ?? `${isHttps(request) ? 'https' : 'http'}://${factsOf(request.raw).host}`
  const comesFromOurPages = (request: IncomingMessage) =>
    isFromOurPages(request.headers, factsOf(request), config.publicUrl)

  const metrics = createMetrics(() => gateway.openSockets())
  const cookie = createIdentityCookie(keys.cookie)
  const people = createPeople(parts.persons, cookie, now)
  const { livePads, settledTexts, heldLinks } = createLiveCore({ ...parts, people, metrics, log: http.log })
  settledTexts.add(wordCounts(pads))
  const { minutes, clerk, freezeInTime } = createMinutesCore({
    ...parts,
    ...{ livePads, heldLinks, people },
    log: http.log,
  })
  const past = createPastCore({ ...parts, ...{ livePads, settledTexts, heldLinks, people }, log: http.log })
  settledTexts.add(notesFollower(parts.search))
  const { redactions, redactionApi } = createRedactionCore({ ...parts, ...past, livePads, settledTexts })
  const { visitor, author, whoComes } = createVisitors(people, cookie, isHttps)
  const organiser = createOrganiser(keys.organiser)
  const rights = createRights({
    ...parts,
    livePads,
    isOrganiser: organiser.isOrganiser,
    personOf: (headers) => cookie.read(headers.cookie),
    now,
  })
  const rolesOnSockets = createRolesOnSockets(rights, organiser.isOrganiser)
  const expiry = createExpiryWatch({
    roles: parts.roles,
    clock,
    expired: rights.changed,
    failed: (error) => http.log.error({ err: error }, 'Expired links could not be looked for.'),
  })
  const nameOf = async ({ headers }: FastifyRequest) => (await people.recognise(headers.cookie))?.name ?? null
  const { noterOf, noterInPad } = auditOf({ ...parts, rights, nameOf, now })
  const beside = { ...parts, livePads, heldLinks, people, rolesOnSockets, noterInPad, log: http.log }
  const { asides, room } = createBesideText(beside)
  const gateway = openSocketGateway({
    server: http.server,
    livePads,
    asides,
    whoComes,
    isFromOurPages: comesFromOurPages,
    rightNow: rolesOnSockets.rightNow,
    roleOf: rolesOnSockets.lastKnown,
    failed: (error) => void http.log.error({ err: error }, 'Somebody who opened a socket could not be let in.'),
    ipOf: (request) => factsOf(request).ip,
    clock,
  })

  const refresh = createAgendaRefresh({
    store: parts.agenda,
    history: parts.importHistory,
    sources: parts.agendaSources,
    clock,
    fetchIfChanged,
    failed: (error) => http.log.error({ err: error }, 'An agenda could not be refreshed.'),
  })

  const keepUp = createKeepUp({
    store: parts.search,
    clock,
    failed: (error) => http.log.error({ err: error }, 'Titles and chats could not be taken into the search.'),
  })
  const searchParts = { store: parts.search, events: () => parts.agenda.events() }
  const { developmentFiles } = parts
  if (developmentFiles)
    http.addHook('onRequest', (request, reply, done) => developmentFiles(request.raw, reply.raw, done))
  await addSecurityHeaders(http, { hostOf: ({ raw }) => factsOf(raw).host, dev: config.dev })
  addOriginGuard(http, comesFromOurPages)
  addPadGuard(http, rights)
  await addPacking(http)
  await addRateLimits(http, { ipOf: ({ raw }) => factsOf(raw).ip, isOrganiser: organiser.isOrganiser })
  await http.register(operationRoutes, { status: () => livePads.status(), metrics })

  const pageParts: PageParts = {
    ...parts,
    livePads,
    organiser,
    rights,
    ...{ minutes, clerk, heldLinks },
    nameOf,
    noterOf,
    padCreation: config.padCreation,
    visitor,
    author,
    originOf,
    isHttps,
    now,
  }
  const deviceParts = {
    passes: parts.devicePasses,
    ...{ people, cookie, visitor, originOf, isHttps, now },
    padPath: (name: string) => readPadName(name) && `/p/${encodeURIComponent(name)}`,
    sendJoinPage: (request: FastifyRequest, reply: FastifyReply, person: Person) =>
      sendPage(pageParts, request, reply, { page: 'join', person }),
  }
  const requireModerator = (request: FastifyRequest, pad: string) => rights.requireInPad(request, pad, 'moderator')
  const actor = async (request: FastifyRequest) => ({
    person: rights.whoAsks(request).person ?? null,
    name: await nameOf(request),
    noterIn: (pad: string) => noterOf(request, { pad }),
  })
  const rightsParts = {
    roles: parts.roles,
    rights,
    foundPad: (name: string) => foundPad(pads, name),
    foundEvent: (slug: string) => findEvent(parts.agenda, slug),
    findPerson: people.find,
    noterOf,
    watchExpiry: expiry.look,
    holdersOf: (pad: string, link: number) => linkHolders(parts.roles, pad, link),
    visitor,
    originOf,
    now,
  }
  const moderation = createDeskModeration({ ...parts, ...rightsParts, ...past, settledTexts, author })
  const templateDesk = createTemplateDesk({ store: parts.agenda, templates: parts.templates, now })
  const outcomeParts = createOutcomeParts({ ...parts, livePads, settledTexts, heldLinks, rights, now })
  const imageParts = {
    images: parts.images,
    files: createImageFiles(parts.uploadsFolder),
    writablePad: (name: string) => writablePad(pads, name),
  }
  const publishing = createPublishing({ ...parts, livePads, rights, originOf, now })
  await addApiDocumentation(http)
  await http.register(
    async (api) => {
      addApiErrors(api)
      await api.register(meRoutes, {
        people,
        visitor,
        personChanged: (person: Person) => {
          livePads.personChanged(person)
          asides.personChanged(person)
        },
      })
      await api.register(deviceApiRoutes, deviceParts)
      await api.register(padRoutes, {
        livePads,
        pads,
        padCreation: config.padCreation,
        isOrganiser: organiser.isOrganiser,
        author,
        originOf,
        now,
      })
      await api.register(authorsShownRoutes, { pads, requireModerator })
      await api.register(imageApiRoutes, imageParts)
      await past.api(api, { foundPad: rightsParts.foundPad, author, requireModerator })
      await redactionApi(api, { foundPad: rightsParts.foundPad, requireModerator, actor })
      await api.register(freezingApi, { ...parts, ...rightsParts, clerk, nameOf })
      await api.register(changeRoutes, { ...past, ...rightsParts, author, requireModerator })
      await api.register(eventRecordApi, {
        ...{ ...parts, ...outcomeParts, ...rightsParts, author, settledTexts },
        requireOrganiser: organiser.requireOrganiser,
      })
      await publishing.api(api)
      await api.register(deskApi, { ...parts, ...rightsParts, moderation })
      await api.register(agendaApi, { ...parts, ...rightsParts, livePads, organiser, templateDesk })
      await api.register(searchRoutes, {
        ...searchParts,
        readable: (request) => rights.readableBy(rights.whoAsks(request)),
      })
    },
    { prefix: '/api/v1' },
  )

  addPageErrors(http, pageParts)
  if (parts.clientFolder) await addStaticFiles(http, parts.clientFolder)
  await http.register(async (pages) => {
    takeForms(pages)
    await pages.register(homeRoutes, pageParts)
    await pages.register(languageRoutes, pageParts)
    await pages.register(agendaPageRoutes, pageParts)
    await pages.register(searchPageRoutes, { ...pageParts, search: searchParts })
    await pages.register(padPageRoutes, pageParts)
    await pages.register(changesPageRoutes, { ...pageParts, ...past, findPerson: people.find })
    await pages.register(reviewPageRoutes, { ...pageParts, comments: parts.comments, redactions })
    await pages.register(versionPageRoutes, pageParts)
    await pages.register(eventRecordRoutes, { ...parts, ...pageParts, ...outcomeParts, ...rightsParts, ...imageParts })
    await pages.register(deskPages, { ...pageParts, moderation, templateDesk })
    await pages.register(historyPageRoutes, { ...pageParts, past })
    await pages.register(imagePageRoutes, imageParts)
    await pages.register(linkDoor, rightsParts)
    await pages.register(deviceDoor, deviceParts)
    await publishing.pages(pages, pageParts)
  })

  settledTexts.start()
  keepUp.start()
  freezeInTime.start()
  refresh.start()
  await expiry.look()
  return {
    http,
    livePads,
    async stop() {
      gateway.takeNoMore()
      publishing.stop()
      expiry.stop()
      room.stop()
      await freezeInTime.stop()
      await refresh.stop()
      await keepUp.stop()
      await livePads.stop()
      await settledTexts.stop()
      await past.history.stop()
      gateway.stop()
      await http.close()
    },
  }
}
