import type { Role } from '@forumpad/api'
import type { FastifyInstance } from 'fastify'
import type { Rights } from './rights.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What one must be in the pad that the address names; `anybody` where the route tells no text, or sees to it itself. */
    padRole?: Role | 'anybody'
  }
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * No address that names a pad (`:pad`) answers those who may not read it, or changes it for those who may not write: also those that are
 * added later and have never heard of rights. Addresses of whole events that tell text must ask `Rights.roleInPad` themselves.
 */
export function addPadGuard(app: FastifyInstance, rights: Pick<Rights, 'requireInPad'>): void {
  app.addHook('onRequest', async (request) => {
    const pad = padIn(request.params)
    if (pad === undefined) return
    const { padRole = READING.has(request.method) ? 'reader' : 'editor' } = request.routeOptions.config
    if (padRole !== 'anybody') await rights.requireInPad(request, pad, padRole)
  })
}

function padIn(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('pad' in params)) return undefined
  return typeof params.pad === 'string' ? params.pad.normalize('NFC') : undefined
}
