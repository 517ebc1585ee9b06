import type { FastifyReply } from 'fastify'

const POLICY = 'content-security-policy'

/** Lets pages of this server, or of every site, show this answer in a frame. Without it none may. */
export function letFrame(reply: FastifyReply, by: "'self'" | '*'): void {
  const policy = String(reply.getHeader(POLICY) ?? '')
  reply.header(POLICY, policy.replace("frame-ancestors 'none'", `frame-ancestors ${by}`))
  if (by === '*') reply.removeHeader('x-frame-options')
  else reply.header('x-frame-options', 'SAMEORIGIN')
}

/** Lets this page show others of this server in frames. */
export function mayFrame(reply: FastifyReply): void {
  reply.header(POLICY, `${String(reply.getHeader(POLICY) ?? '')}; frame-src 'self'`)
}
