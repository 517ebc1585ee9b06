import type { IncomingMessage } from 'node:http'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import type { Person } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { eventRoutes } from './agenda/agenda-routes.ts'
import { fetchAgenda, fetchIfChanged } from './agenda/fetch-agenda.ts'
import { findEvent } from './agenda/find-event.ts'
import { importRoutes } from './agenda/import-routes.ts'
import { createAgendaRefresh } from './agenda/refresh-agendas.ts'
import { sourceRoutes } from './agenda/source-routes.ts'
import type { AppParts } from './app-parts.ts'
import { createAsides } from './asides/asides.ts'
import { chatFeature } from './chat/chat.ts'
import { addApiDocumentation } from './http/api-documentation.ts'
import { addApiErrors } from './http/api-errors.ts'
import { createMetrics } from './http/metrics.ts'
import { operationRoutes } from './http/operation-routes.ts'
import { createOrganiser } from './http/organiser.ts'
import { addOriginGuard } from './http/origin-guard.ts'
import { ProblemError } from './http/problem-error.ts'
import { isFromOurPages } from './http/same-origin.ts'
import { addSecurityHeaders } from './http/security-headers.ts'
import { addStaticFiles } from './http/static-files.ts'
import { requestFacts } from './http/trusted-request.ts'
import { createImageFiles } from './images/image-files.ts'
import { imageApiRoutes, imagePageRoutes } from './images/image-routes.ts'
import { createLiveCore } from './live-core.ts'
import { foundPad, writablePad } from './pads/found-pad.ts'
import { freezeRoutes } from './pads/freeze-routes.ts'
import { readActivity } from './pads/pad-activity.ts'
import { padRoutes } from './pads/pad-routes.ts'
import { agendaPageRoutes } from './pages/agenda-page-routes.ts'
import { homeRoutes } from './pages/home-routes.ts'
import { padPageRoutes } from './pages/pad-page-routes.ts'
import { addPageErrors } from './pages/page-errors.ts'
import type { PageParts } from './pages/page-parts.ts'
import { createIdentityCookie } from './people/identity-cookie.ts'
import { meRoutes } from './people/me-routes.ts'
import { createPeople } from './people/people.ts'
import { createVisitors } from './people/visitors.ts'
import { accessRoutes } from './rights/access-routes.ts'
import { createExpiryWatch } from './rights/expiry-watch.ts'
import { linkDoor } from './rights/link-door.ts'
import { linkRoutes } from './rights/link-routes.ts'
import { addPadGuard } from './rights/pad-guard.ts'
import { createRights } from './rights/rights.ts'
import { createRolesOnSockets } from './rights/roles-on-sockets.ts'
import { roomFeature } from './room/room.ts'
import { openSocketGateway } from './sockets/socket-gateway.ts'
import { WebSocketFrame } from './sockets/web-socket-frame.ts'

export type App = {
  http: FastifyInstance
  livePads: LivePads
  /** Ends every socket with 1012, stores all that was received, and closes the port. */
  stop(): Promise<void>
}

/** The whole program but its database and its port: every part, and who gets which. */
export async function buildApp(parts: AppParts): Promise<App> {
  const { config, pads, clock, keys } = parts
  const now = () => clock.now()
  const http = fastify({
    logger: { level: config.logLevel },
    // Addresses hold names of pads, and once the organiser's key: they are nobody's business in a log.
    logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 1000 },
    // What a client sends is taken as it is or refused, never bent until it fits.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  })

  const factsOf = requestFacts(config.trustProxy)
  const isHttps = ({ raw }: FastifyRequest) => config.publicUrl?.startsWith('https:') || factsOf(raw).https
  const originOf = (request: FastifyRequest) =>
    config.publicUrl ?? `${isHttps(request) ? 'https' : 'http'}://${factsOf(request.raw).host}`
  const comesFromOurPages = (request: IncomingMessage) =>
    isFromOurPages(request.headers, factsOf(request), config.publicUrl)

  const metrics = createMetrics(() => gateway.openSockets())
  const cookie = createIdentityCookie(keys.cookie)
  const people = createPeople(parts.persons, cookie, now)
  const { livePads, wordCounts } = createLiveCore({ ...parts, people, metrics, log: http.log })
  const { visitor, author, whoComes } = createVisitors(people, cookie, isHttps)
  const organiser = createOrganiser(keys.organiser)
  const rights = createRights({
    roles: parts.roles,
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
  const asides = createAsides({
    frame: (payload) => new WebSocketFrame(payload),
    clock,
    roleOf: ({ request }) => rolesOnSockets.lastKnown(request),
    failed: (error) => http.log.error({ err: error }, 'What a page asked could not be done.'),
  })
  const besideText = {
    asides,
    clock,
    isFrozen: async (pad: string) => (await pads.find(pad))?.frozenAt != null,
    remember: people.remember,
  }
  const room = roomFeature({
    ...besideText,
    store: parts.room,
    failed: (error) => http.log.error({ err: error }, 'A room could not be read.'),
  })
  asides.add(room)
  asides.add(chatFeature({ ...besideText, store: parts.chat, command: room.command }))
  const gateway = openSocketGateway({
    server: http.server,
    livePads,
    asides,
    whoComes,
    isFromOurPages: comesFromOurPages,
    rightNow: rolesOnSockets.rightNow,
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

  const { developmentFiles } = parts
  if (developmentFiles)
    http.addHook('onRequest', (request, reply, done) => developmentFiles(request.raw, reply.raw, done))
  await addSecurityHeaders(http, { hostOf: ({ raw }) => factsOf(raw).host, dev: config.dev })
  addOriginGuard(http, comesFromOurPages)
  addPadGuard(http, rights)
  // Quick rather than small: what is built is packed beforehand, this is for pages and answers.
  await http.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
  await http.register(rateLimit, {
    global: false,
    keyGenerator: ({ raw }) => factsOf(raw).ip,
    allowList: ({ headers }) => organiser.isOrganiser(headers),
    errorResponseBuilder: () =>
      new ProblemError(429, 'too-many-requests', 'That was a lot at once: try again in a minute.'),
  })
  await http.register(operationRoutes, { status: () => livePads.status(), metrics })

  const rightsParts = {
    roles: parts.roles,
    rights,
    foundPad: (name: string) => foundPad(pads, name),
    foundEvent: (slug: string) => findEvent(parts.agenda, slug),
    findPerson: people.find,
    watchExpiry: expiry.look,
    visitor,
    originOf,
    now,
  }
  const imageParts = {
    images: parts.images,
    files: createImageFiles(parts.uploadsFolder),
    writablePad: (name: string) => writablePad(pads, name),
  }
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
      await api.register(padRoutes, {
        livePads,
        pads,
        padCreation: config.padCreation,
        isOrganiser: organiser.isOrganiser,
        author,
        originOf,
        now,
      })
      await api.register(imageApiRoutes, imageParts)
      await api.register(freezeRoutes, {
        livePads,
        pads,
        originOf,
        requireModerator: (request, pad) => rights.requireInPad(request, pad, 'moderator'),
      })
      await api.register(linkRoutes, rightsParts)
      await api.register(accessRoutes, rightsParts)
      await api.register(eventRoutes, {
        store: parts.agenda,
        now,
        requireOrganiser: organiser.requireOrganiser,
        activity: (names: readonly string[]) => readActivity({ livePads, pads }, names),
      })
      await api.register(importRoutes, {
        store: parts.agenda,
        history: parts.importHistory,
        now,
        requireOrganiser: (request, event) => rights.requireInEvent(request, event, 'organiser'),
        fetchAgenda,
      })
      await api.register(sourceRoutes, {
        store: parts.agenda,
        sources: parts.agendaSources,
        now,
        requireOrganiser: (request, event) => rights.requireInEvent(request, event, 'organiser'),
      })
    },
    { prefix: '/api/v1' },
  )

  const pageParts: PageParts = {
    ...parts,
    livePads,
    organiser,
    rights,
    padCreation: config.padCreation,
    visitor,
    author,
    originOf,
    isHttps,
    now,
  }
  addPageErrors(http, pageParts)
  if (parts.clientFolder) await addStaticFiles(http, parts.clientFolder)
  await http.register(async (pages) => {
    // A form of ours says all it has to say by its address.
    pages.addContentTypeParser(
      'application/x-www-form-urlencoded',
      async (_: FastifyRequest, body: NodeJS.ReadableStream) => {
        body.resume()
      },
    )
    await pages.register(homeRoutes, pageParts)
    await pages.register(agendaPageRoutes, pageParts)
    await pages.register(padPageRoutes, pageParts)
    await pages.register(imagePageRoutes, imageParts)
    await pages.register(linkDoor, rightsParts)
  })

  refresh.start()
  await expiry.look()
  return {
    http,
    livePads,
    async stop() {
      gateway.takeNoMore()
      expiry.stop()
      room.stop()
      await refresh.stop()
      await livePads.stop()
      await wordCounts.stop()
      gateway.stop()
      await http.close()
    },
  }
}
