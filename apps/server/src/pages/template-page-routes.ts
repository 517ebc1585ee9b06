import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { TemplatesData } from '@forumpad/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { findEvent } from '../agenda/find-event.ts'
import type { TemplateDesk } from '../agenda/templates/event-templates.ts'
import { ProblemError } from '../http/problem-error.ts'
import { readForms } from '../http/traffic.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

const InEvent = Type.Object({ event: Type.String() })
const Looking = Type.Object({
  type: Type.Optional(Type.String({ maxLength: 300 })),
  said: Type.Optional(Type.Union([Type.Literal('saved'), Type.Literal('removed')])),
})
/** `type` is empty for the template of the whole event. */
const Form = Type.Object({
  type: Type.String({ maxLength: 300 }),
  markdown: Type.String(),
})
const FORM_BYTES = 1024 * 1024

export type TemplatePageParts = Pick<PageParts, 'agenda' | 'rights' | 'renderer' | 'visitor' | 'noterOf' | 'now'> & {
  templateDesk: TemplateDesk
}

/** `/e/EVENT/templates`: what pads begin with, for organisers. Its forms need no script. */
export const templatePageRoutes: FastifyPluginAsyncTypebox<TemplatePageParts> = async (app, parts) => {
  const { agenda, rights, templateDesk } = parts
  readForms(app)

  const organisersOnly = async (request: FastifyRequest) => {
    const { event } = request.params as { event: string }
    await rights.requireInEvent(request, event, 'organiser')
  }
  const form = { onRequest: organisersOnly, bodyLimit: FORM_BYTES, schema: { hide: true, params: InEvent, body: Form } }
  const pageOf = (event: string, type: string | null, said: 'saved' | 'removed') =>
    `/e/${encodeURIComponent(event)}/templates?${new URLSearchParams({ ...(type !== null && { type }), said })}`

  async function show(
    request: FastifyRequest<{ Params: { event: string } }>,
    reply: FastifyReply,
    type: string | null,
    about: { draft?: string; said?: TemplatesData['said']; problem?: string },
  ) {
    const event = await findEvent(agenda, request.params.event)
    const looked = await templateDesk.look(event, type, about.draft)
    const content: TemplatesData = {
      ...{ page: 'templates', event, ...looked },
      ...{ said: about.said ?? null, problem: about.problem ?? null },
    }
    return sendPage(parts, request, reply, content)
  }

  app.get(
    '/e/:event/templates',
    { onRequest: organisersOnly, schema: { hide: true, params: InEvent, querystring: Looking } },
    async (request, reply) => {
      const { type, said } = request.query
      return show(request, reply, type?.trim() ? type : null, said ? { said } : {})
    },
  )

  app.post('/e/:event/templates', form, async (request, reply) => {
    const event = await findEvent(agenda, request.params.event)
    const { markdown } = request.body
    const type = request.body.type === '' ? null : request.body.type
    try {
      await templateDesk.save(event, type, markdown, await parts.noterOf(request, { event: event.slug }))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      // What was written stays in the form.
      return show(request, reply.code(error.status), type, { draft: markdown, problem: error.message })
    }
    return reply.redirect(pageOf(event.slug, type, 'saved'), 303)
  })

  app.post('/e/:event/templates/preview', form, async (request, reply) => {
    const { type, markdown } = request.body
    return show(request, reply, type === '' ? null : type, { draft: markdown.replace(/\r\n?/g, '\n') })
  })

  app.post('/e/:event/templates/remove', form, async (request, reply) => {
    const event = await findEvent(agenda, request.params.event)
    const type = request.body.type === '' ? null : request.body.type
    await templateDesk.remove(event, type, await parts.noterOf(request, { event: event.slug }))
    return reply.redirect(pageOf(event.slug, type, 'removed'), 303)
  })
}
