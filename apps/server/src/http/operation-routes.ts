import type { PadStatus } from '@forumpad/api'
import type { FastifyInstance } from 'fastify'
import type { Metrics } from './metrics.ts'

/** What load balancers and operators ask. */
export async function operationRoutes(
  app: FastifyInstance,
  { status, metrics }: { status(): PadStatus; metrics: Metrics },
): Promise<void> {
  const health = (passes: boolean) => ({ status: passes ? 'pass' : 'fail' })

  app.get('/health', { schema: { hide: true } }, async (_, reply) =>
    reply.type('application/health+json').header('cache-control', 'no-store').send(health(true)),
  )
  app.get('/ready', { schema: { hide: true } }, async (_, reply) => {
    const ready = status().is !== 'saving-fails'
    return reply
      .code(ready ? 200 : 503)
      .type('application/health+json')
      .header('cache-control', 'no-store')
      .send(health(ready))
  })
  app.get('/metrics', { schema: { hide: true } }, async (_, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store').send(metrics.text()),
  )
}
