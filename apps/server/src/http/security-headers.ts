import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { asHeader, contentSecurityPolicy } from './content-security-policy.ts'

/** The headers that keep a page to itself, on every answer. */
export async function addSecurityHeaders(
  app: FastifyInstance,
  { hostOf, dev }: { hostOf(request: FastifyRequest): string; dev: boolean },
): Promise<void> {
  await app.register(helmet, {
    // Set below: it names the host that the request was sent to.
    contentSecurityPolicy: false,
    // With "no-referrer" browsers send "Origin: null" with our own forms, and we could not tell them from others'.
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'deny' },
    // https is the proxy's business, and so is how long browsers shall insist on it.
    strictTransportSecurity: false,
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', asHeader(contentSecurityPolicy(hostOf(request), dev)))
  })
}
