import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { PadData, PageContent, Role } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { Type } from 'typebox'
import { letFrame } from '../http/framing.ts'
import { ProblemError } from '../http/problem-error.ts'
import { makePad, mayMakePads, refusePadCreation } from '../pads/make-pad.ts'
import { nearestNames } from '../pads/nearest-names.ts'
import type { PadRecord } from '../pads/pad-directory.ts'
import { joinWords, padNameFrom, readPadName, titleFrom } from '../pads/pad-name.ts'
import { padOf } from '../pads/pad-routes.ts'
import { CLOSED } from '../rights/rights.ts'
import { createPadHtml } from './pad-html.ts'
import { linkTo } from './pad-link.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'
import { factsOfPad, sessionsOnNow } from './session-pages.ts'

const NEAREST = 5

/** `/p/PAD`: the pad, or the way to the one that was meant. A GET never makes one. */
export const padPageRoutes: FastifyPluginAsyncTypebox<PageParts> = async (app, parts) => {
  const { livePads, pads, agenda, organiser, rights, padCreation, originOf, now } = parts
  const htmlOf = createPadHtml(parts)
  const params = Type.Object({ pad: Type.String() })

  // Whatever else is asked for is the pad itself.
  const querystring = Type.Object({ view: Type.Optional(Type.Unknown()) })
  const schema = { hide: true, params, querystring }

  app.get('/p/:pad', { config: { padRole: 'anybody' }, schema }, async (request, reply) => {
    const asked = request.params.pad
    // Whoever was sent away because words are being taken out of it would get these again.
    await livePads.renewed(asked.normalize('NFC'))
    const pad = await pads.find(asked.normalize('NFC'))
    if (pad) {
      const role = await rights.roleInPad(rights.whoAsks(request), pad.name)
      if (role === null) return sendPage(parts, request, reply.code(403), await closedPad(pad))
      letFrame(reply, "'self'")
      const page = await padPage(pad, originOf(request), role)
      const isForWall = request.query.view === 'projector'
      return sendPage(parts, request, reply, isForWall ? { ...page, page: 'projector' } : page)
    }

    const joined = joinWords(asked)
    if (joined !== asked && (await pads.find(joined))) {
      return reply.redirect(`/p/${encodeURIComponent(joined)}`, 302)
    }
    const mayMake = mayMakePads(padCreation, organiser.isOrganiser(request.headers))
    reply.code(404)
    return sendPage(parts, request, reply, await noSuchPad(asked, mayMake))
  })

  app.post(
    '/p/:pad',
    { schema: { hide: true, params }, config: { rateLimit: { max: 300, timeWindow: '1 minute' } } },
    async (request, reply) => {
      if (!mayMakePads(padCreation, organiser.isOrganiser(request.headers))) throw refusePadCreation()
      const name = readPadName(request.params.pad)
      if (name === undefined)
        throw new ProblemError(400, 'invalid-name', 'No pad can have that name: try one of letters and digits.')
      // If somebody else was quicker, their pad is the one to go to.
      await makePad(parts, { name, title: titleFrom(name), author: () => parts.author(request) })
      return reply.redirect(`/p/${encodeURIComponent(name)}`, 303)
    },
  )

  async function padPage(pad: PadRecord, origin: string, role: Role): Promise<PadData> {
    const [html, facts] = await Promise.all([htmlOf(pad), factsOfPad(agenda, pad.name)])
    return {
      page: 'pad',
      pad: padOf(pad, `${origin}/p/${encodeURIComponent(pad.name)}`),
      facts,
      html,
      epoch: pad.epoch,
      schemaVersion: SCHEMA_VERSION,
      role,
      authorsShown: pad.authorsShown ?? 'margin',
    }
  }

  /** Titles may be known, texts not. */
  async function closedPad({ name, title }: PadRecord): Promise<PageContent> {
    const session = await agenda.sessionOfPad(name)
    return { page: 'error', status: 403, title: session?.title ?? title, detail: CLOSED }
  }

  async function noSuchPad(asked: string, mayMake: boolean): Promise<PageContent> {
    const names = nearestNames(asked, await pads.names(), NEAREST)
    const [records, onNow] = await Promise.all([pads.findMany(names), sessionsOnNow(agenda, now())])
    return {
      page: 'no-such-pad',
      name: asked,
      creatable: mayMake ? (padNameFrom(asked) ?? null) : null,
      nearest: names.flatMap((name) => records.filter((record) => record.name === name).map(linkTo)),
      onNow,
    }
  }
}
