import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Event, SessionLink } from '@forumpad/api'
import { Type } from 'typebox'
import { sessionsWithActivity, withoutDescription } from '../agenda/sessions-with-activity.ts'
import { mayFrame } from '../http/framing.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readActivity } from '../pads/pad-activity.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

export type MyAgendaParts = PageParts & {
  findEvent(slug: string): Promise<Event>
  codes(event: string): Promise<ReadonlyMap<string, string>>
}

const InEvent = Type.Object({ event: Type.String() })

/** `/e/EVENT/mine`: starred sessions, of this device or of an address; `/e/EVENT/both`: two pads beside each other. */
export const myAgendaRoutes: FastifyPluginAsyncTypebox<MyAgendaParts> = async (app, parts) => {
  const { agenda, findEvent } = parts

  app.get(
    '/e/:event/mine',
    {
      schema: {
        hide: true,
        params: InEvent,
        querystring: Type.Object({ stars: Type.Optional(Type.String({ maxLength: 6000 })) }),
      },
    },
    async (request, reply) => {
      const event = await findEvent(request.params.event)
      const [all, codes] = await Promise.all([agenda.sessions(event.slug), parts.codes(event.slug)])
      const sessions = await sessionsWithActivity(all, (pads) => readActivity(parts, pads))
      const codeOf = all.map(({ id, pad }) => [id, codes.get(pad) ?? ''] as const)
      const asked = request.query.stars?.toUpperCase().split('.')
      const shared = asked === undefined ? null : codeOf.flatMap(([id, code]) => (asked.includes(code) ? [id] : []))
      return sendPage(parts, request, reply, {
        page: 'my-agenda',
        event,
        sessions: sessions.map(withoutDescription),
        codes: Object.fromEntries(codeOf),
        shared,
      })
    },
  )

  app.get(
    '/e/:event/both',
    {
      schema: {
        hide: true,
        params: InEvent,
        querystring: Type.Object({ one: Type.String({ maxLength: 200 }), other: Type.String({ maxLength: 200 }) }),
      },
    },
    async (request, reply) => {
      const event = await findEvent(request.params.event)
      const pads = [await sessionOf(event, request.query.one), await sessionOf(event, request.query.other)] as const
      mayFrame(reply)
      return sendPage(parts, request, reply, { page: 'side-by-side', event, pads: [...pads] })
    },
  )

  async function sessionOf(event: Event, pad: string): Promise<SessionLink> {
    const session = await agenda.sessionOfPad(pad.normalize('NFC'))
    if (session?.event === event.slug) {
      const { title, start, end, room } = session
      return { title, start, end, room, pad: session.pad }
    }
    throw new ProblemError(
      404,
      'no-such-pad',
      `“${event.title}” has no session with the pad “${pad}”. The agenda has them all.`,
    )
  }
}
