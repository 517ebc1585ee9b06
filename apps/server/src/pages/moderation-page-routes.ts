import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { findEvent } from '../agenda/find-event.ts'
import { readForms } from '../http/traffic.ts'
import type { Moderation } from '../moderation/moderation.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

const InEvent = Type.Object({ event: Type.String() })
const OnePerson = Type.Object({ event: Type.String(), person: Type.String({ maxLength: 64 }) })
const OneLink = Type.Object({ href: Type.String({ maxLength: 5000 }) })
/** `undone` and `frozen` say what an undo came to. */
const Looking = Type.Object({
  before: Type.Optional(Type.String({ maxLength: 400 })),
  person: Type.Optional(Type.String({ maxLength: 64 })),
  undone: Type.Optional(Type.String({ pattern: '^[0-9]{1,5}$' })),
  frozen: Type.Optional(Type.String({ pattern: '^[0-9]{1,5}$' })),
})

/** `/e/EVENT/moderation`: what was done lately in all pads, who is blocked, whether all is locked, and what to do about it. Its forms need no script. */
export const moderationPageRoutes: FastifyPluginAsyncTypebox<PageParts & { moderation: Moderation }> = async (
  app,
  parts,
) => {
  const { agenda, moderation } = parts
  readForms(app)
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } }
  const pageOf = (event: string) => `/e/${encodeURIComponent(event)}/moderation`

  app.get(
    '/e/:event/moderation',
    { config, schema: { hide: true, params: InEvent, querystring: Looking } },
    async (request, reply) => {
      const event = await findEvent(agenda, request.params.event)
      const { person: asked, before, undone, frozen } = request.query
      const person = asked || null
      const [recent, blocked, isLocked, { holds, held }] = await Promise.all([
        moderation.recent(request, event.slug, { before: before ?? null, person }),
        moderation.blocked(request, event.slug),
        moderation.isLocked(request, event.slug),
        moderation.heldLinks(request, event.slug),
      ])
      return sendPage(parts, request, reply, {
        ...{ page: 'moderation', event, isLocked, blocked, changes: recent.entries, next: recent.next },
        ...{ holdsLinks: holds, heldLinks: held },
        only: person === null ? null : await moderation.personCalled(person),
        undone: undone === undefined ? null : { pads: Number(undone), frozen: Number(frozen ?? 0) },
      })
    },
  )

  const whole = { config, schema: { hide: true, params: InEvent } }

  app.post('/e/:event/moderation/lock', whole, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.setLock(request, slug, true)
    return reply.redirect(pageOf(slug), 303)
  })

  app.post('/e/:event/moderation/unlock', whole, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.setLock(request, slug, false)
    return reply.redirect(pageOf(slug), 303)
  })

  app.post('/e/:event/moderation/hold-links', whole, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.setHolding(request, slug, true)
    return reply.redirect(`${pageOf(slug)}#links`, 303)
  })

  app.post('/e/:event/moderation/let-links-through', whole, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.setHolding(request, slug, false)
    return reply.redirect(`${pageOf(slug)}#links`, 303)
  })

  const oneLink = { config, schema: { hide: true, params: InEvent, body: OneLink } }

  app.post('/e/:event/moderation/release', oneLink, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.release(request, slug, request.body.href)
    return reply.redirect(`${pageOf(slug)}#links`, 303)
  })

  const form = { config, schema: { hide: true, params: OnePerson } }

  app.post('/e/:event/moderation/block/:person', form, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.block(request, slug, request.params.person)
    return reply.redirect(pageOf(slug), 303)
  })

  app.post('/e/:event/moderation/lift/:person', form, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.lift(request, slug, request.params.person)
    return reply.redirect(pageOf(slug), 303)
  })

  app.post('/e/:event/moderation/trust/:person', form, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    await moderation.trust(request, slug, request.params.person)
    return reply.redirect(`${pageOf(slug)}#links`, 303)
  })

  app.post('/e/:event/moderation/undo/:person', form, async (request, reply) => {
    const { slug } = await findEvent(agenda, request.params.event)
    const { person } = request.params
    const { pads, frozen } = await moderation.undoEverywhere(request, slug, person)
    return reply.redirect(`${pageOf(slug)}?person=${encodeURIComponent(person)}&undone=${pads}&frozen=${frozen}`, 303)
  })
}
