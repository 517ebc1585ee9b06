import type { FastifyError } from 'fastify'
import { ProblemError } from './problem-error.ts'

/** Whatever a handler threw, as what may be told to the client; undefined if the fault is ours and none of their business. */
export function asProblem(error: FastifyError | ProblemError | Error): ProblemError | undefined {
  if (error instanceof ProblemError) return error
  if ('validation' in error && error.validation) {
    return new ProblemError(400, 'invalid-request', sentence(error.message))
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status < 400 || status >= 500) return undefined
  return new ProblemError(status, CODES[status] ?? 'invalid-request', sentence(error.message))
}

/** What is told of a fault that is ours. The log has the rest. */
export const INTERNAL = new ProblemError(500, 'internal', 'Something went wrong here; it is in the server’s log.')

const CODES: Readonly<Record<number, string>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
