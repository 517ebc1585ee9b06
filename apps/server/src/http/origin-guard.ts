import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { ProblemError } from './problem-error.ts'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Nothing is changed for a page of another site. */
export function addOriginGuard(app: FastifyInstance, isFromOurPages: (request: IncomingMessage) => boolean): void {
  app.addHook('onRequest', async ({ method, raw }) => {
    if (READING.has(method) || isFromOurPages(raw)) return
    throw new ProblemError(403, 'other-origin', 'Only this server’s own pages and programs may change something here.')
  })
}
