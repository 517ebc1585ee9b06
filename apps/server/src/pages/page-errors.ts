import type { FastifyInstance } from 'fastify'
import { asProblem } from '../http/as-problem.ts'
import { problemOf } from '../http/problem-error.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'

/** Errors outside the API are pages, and still errors to programs. */
export function addPageErrors(app: FastifyInstance, parts: PageParts): void {
  app.setNotFoundHandler((request, reply) =>
    sendPage(parts, request, reply.code(404), {
      page: 'error',
      status: 404,
      title: 'There is nothing here',
      detail: 'The address may be mistyped. Events and recent pads stand on the first page.',
    }),
  )

  app.setErrorHandler(async (error: Error, request, reply) => {
    const problem = asProblem(error)
    if (!problem) request.log.error(error)
    const { status, title, detail } = problem ? problemOf(problem) : OURS
    reply.code(status)
    try {
      return await sendPage(parts, request, reply, { page: 'error', status, title, detail })
    } catch (renderError) {
      request.log.error(renderError)
      return reply.type('text/plain; charset=utf-8').send(`${title}. ${detail}`)
    }
  })
}

const OURS = {
  status: 500,
  title: 'Something went wrong here',
  detail: 'It is not your fault. Try again in a moment; what was saved is safe.',
}
