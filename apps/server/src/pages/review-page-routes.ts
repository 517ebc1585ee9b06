import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { ReviewData, Role, SummaryMailData } from '@forumpad/api'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { CommentStore } from '../comments/comment-store.ts'
import { type PlacedThread, readThreads } from '../comments/read-threads.ts'
import { foundPad } from '../pads/found-pad.ts'
import type { PadRecord } from '../pads/pad-directory.ts'
import { padOf } from '../pads/pad-routes.ts'
import type { Redactions } from '../redaction/redactions.ts'
import { commentsHtml } from '../review/comments-html.ts'
import { asEml } from '../review/eml.ts'
import { minutesHtml } from '../review/minutes-html.ts'
import { minutesState } from '../review/minutes-state.ts'
import type { Minutes } from '../review/read-minutes.ts'
import { summaryMail } from '../review/summary-mail.ts'
import { toldVersion } from '../review/version-store.ts'
import { writtenOn } from '../review/written-on.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'
import { factsOfPad } from './session-pages.ts'

/** `/p/PAD/review`: the pad as minutes, for reading and for printing; for moderators, to make them final and to tell of them. */
export const reviewPageRoutes: FastifyPluginAsyncTypebox<
  PageParts & { comments: CommentStore; redactions: Pick<Redactions, 'list'> }
> = async (app, parts) => {
  const { pads, agenda, rights, room, minutes, clerk, versions, freezeSettings, originOf, nameOf, noterOf, now } = parts
  const params = Type.Object({ pad: Type.String() })
  const forReaders = { schema: { hide: true, params } }
  const forModerators = { config: { padRole: 'moderator' as const }, schema: { hide: true, params } }

  app.get('/p/:pad/review', forReaders, async (request, reply) => {
    const pad = await foundPad(pads, request.params.pad)
    const role = await rights.requireInPad(request, pad.name, 'reader')
    return sendPage(parts, request, reply, await reviewPage(pad, originOf(request), role))
  })

  app.post('/p/:pad/review/freeze', forModerators, async (request, reply) => {
    const { name } = await foundPad(pads, request.params.pad)
    await clerk.freeze(name, await nameOf(request), (await noterOf(request, { pad: name }))('frozen'))
    return reply.redirect(addressOf(name), 303)
  })

  app.post('/p/:pad/review/thaw', forModerators, async (request, reply) => {
    const { name } = await foundPad(pads, request.params.pad)
    await clerk.thaw(name, (await noterOf(request, { pad: name }))('thawed'))
    return reply.redirect(addressOf(name), 303)
  })

  app.get('/p/:pad/review/mail', forModerators, async (request, reply) =>
    sendPage(parts, request, reply, await mailPage(request, request.params.pad)),
  )

  app.get('/p/:pad/review/mail.eml', forModerators, async (request, reply) => {
    const { pad, mail } = await mailPage(request, request.params.pad)
    return reply
      .header('cache-control', 'private, no-cache')
      .header(
        'content-disposition',
        `attachment; filename="minutes.eml"; filename*=UTF-8''${encodeURIComponent(pad.name)}.eml`,
      )
      .type('message/rfc822')
      .send(asEml(mail))
  })

  async function reviewPage(pad: PadRecord, origin: string, role: Role): Promise<ReviewData> {
    const { name } = pad
    const [facts, threads, attendees, kept, freezesAt, redactions] = await Promise.all([
      factsOfPad(agenda, name),
      readThreads(parts, name),
      room.attendees(name),
      versions.versions(name),
      freezeSettings.freezesAt(name),
      parts.redactions.list(name),
    ])
    const read = await minutes.read({ ...asked(pad), day: writtenOn(pad, facts) })
    const { marked, contributors } = read
    return {
      page: 'review',
      pad: padOf(pad, origin + addressOf(name, '')),
      facts,
      state: minutesState({ frozenAt: pad.frozenAt, session: facts?.session ?? null }, freezesAt, now()),
      attendees,
      marked,
      contributors,
      ...withComments(read, threads, facts?.event.timeZone ?? 'UTC'),
      versions: kept.map(toldVersion),
      redactions,
      role,
    }
  }

  async function mailPage(request: FastifyRequest, name: string): Promise<SummaryMailData> {
    const pad = await foundPad(pads, name)
    const [facts, [newest]] = await Promise.all([factsOfPad(agenda, pad.name), versions.versions(pad.name)])
    const { marked } = await minutes.read({ ...asked(pad), day: writtenOn(pad, facts) })
    const url = originOf(request) + addressOf(pad.name, '')
    const isNewest = newest !== undefined && pad.frozenAt !== null && newest.revision === pad.revision
    const frozen = isNewest ? { number: newest.number, url: `${url}/versions/${newest.number}` } : null
    const mail = summaryMail({ title: facts?.session.title ?? pad.title, facts, marked, url: `${url}/review`, frozen })
    return { page: 'summary-mail', pad: padOf(pad, url), facts, mail }
  }
}

/** The text with what was said about each of its lines, and what was said about words that are gone. */
function withComments(
  { text, people, html }: Minutes,
  threads: readonly PlacedThread[],
  zone: string,
): Pick<ReviewData, 'html' | 'lostComments'> {
  if (threads.length === 0) return { html, lostComments: [] }
  const lines = new Map(text.lines.map(({ id }, index) => [`${id.client}:${id.clock}`, index]))
  const placeOf = ({ block }: PlacedThread) => block && lines.get(`${block.client}:${block.clock}`)
  const at = (index: number | undefined) =>
    threads.filter((placed) => placeOf(placed) === index).map(({ thread }) => thread)
  return { html: minutesHtml(text, people, (index) => commentsHtml(at(index), zone)), lostComments: at(undefined) }
}

const addressOf = (pad: string, rest = '/review') => `/p/${encodeURIComponent(pad)}${rest}`
const asked = ({ name, revision, epoch, template }: PadRecord) => ({ name, revision, epoch, template })
