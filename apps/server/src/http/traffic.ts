import type { IncomingHttpHeaders } from 'node:http'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { ProblemError } from './problem-error.ts'

/** Packs pages and answers: quick rather than small, since what is built is packed beforehand. */
export async function addPacking(http: FastifyInstance): Promise<void> {
  await http.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  })
}

/** Lets routes say how often one address may ask. Organisers may always. */
export async function addRateLimits(
  http: FastifyInstance,
  { ipOf, isOrganiser }: { ipOf(request: FastifyRequest): string; isOrganiser(headers: IncomingHttpHeaders): boolean },
): Promise<void> {
  await http.register(rateLimit, {
    global: false,
    keyGenerator: ipOf,
    allowList: ({ headers }) => isOrganiser(headers),
    errorResponseBuilder: () =>
      new ProblemError(429, 'too-many-requests', 'That was a lot at once: try again in a minute.'),
  })
}

const FORM = 'application/x-www-form-urlencoded'

/** Takes what a form of ours sends: it says all it has to say by its address. */
export function takeForms(pages: FastifyInstance): void {
  pages.addContentTypeParser(FORM, async (_: FastifyRequest, body: NodeJS.ReadableStream) => {
    body.resume()
  })
}

/** For the few pages whose forms hold what somebody wrote: the fields as an object, each as a text; the last of the same name counts. */
export function readForms(pages: FastifyInstance): void {
  if (pages.hasContentTypeParser(FORM)) pages.removeContentTypeParser(FORM)
  pages.addContentTypeParser(FORM, { parseAs: 'string' }, async (_: FastifyRequest, body: string) =>
    Object.fromEntries(new URLSearchParams(body)),
  )
}
