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
      response.setHeader('cache-control', cacheOf(path))
    },
  })
}

function cacheOf(path: string): string {
  if (HASHED.test(path)) return 'public, max-age=31536000, immutable'
  // It decides which build a browser uses: an old one must not stay for an hour.
  return path.includes('/service-worker.js') ? 'no-cache' : 'public, max-age=3600'
}
