import type { FastifyInstance, FastifyReply } from 'fastify'
import { asProblem, INTERNAL } from './as-problem.ts'
import { ProblemError, problemOf } from './problem-error.ts'

/** Errors of the HTTP API, unknown addresses too, are `application/problem+json`, whatever went wrong. */
export function addApiErrors(api: FastifyInstance): void {
  api.setErrorHandler((error: Error, request, reply) => {
    const problem = asProblem(error)
    if (problem) return send(reply, problem)
    request.log.error(error)
    return send(reply, INTERNAL)
  })
  api.setNotFoundHandler((request, reply) =>
    send(
      reply,
      new ProblemError(404, 'not-found', `There is no ${request.method} ${request.url}; see /api/v1/openapi.json.`),
    ),
  )
}

function send(reply: FastifyReply, problem: ProblemError): FastifyReply {
  // Serialised here: a route's own response schemas must not reshape an error.
  return reply
    .code(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(problem)))
}
