import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Vite puts a hash of the content into the names of what it builds. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+(\.br|\.gz)?$/

/** What the pages load, from the folder of the web app's build. */
export async function addStaticFiles(app: FastifyInstance, clientFolder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: clientFolder,
    prefix: '/',
    // Each file is a route of its own, found at the start, so that pages keep all other addresses.
    wildcard: false,
    index: false,
    cacheControl: false,
    globIgnore: ['**/.vite/**'],
    // `main.js.br` or `main.js.gz` beside `main.js` goes out to browsers that take it.
    preCompressed: true,
    setHeaders(response, path) {
      const cache = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'public, max-age=3600'
      response.setHeader('cache-control', cache)
    },
  })
}
