import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** What the pages load, from the folder of the web app's build. Names under `/assets/` change with their content. */
export async function addStaticFiles(app: FastifyInstance, clientFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: clientFolder,
    prefix: '/',
    // Each file is a route of its own, found at the start, so that pages keep all other addresses.
    wildcard: false,
    index: false,
    globIgnore: ['**/.vite/**'],
    setHeaders(response, path) {
      const cache = path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
      response.setHeader('cache-control', cache)
    },
  })
}
