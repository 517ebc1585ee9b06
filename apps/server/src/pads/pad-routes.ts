import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { NewPad, Pad, PadParams, type Person, Problem } from '@forumpad/api'
import { documentToText } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import type { FastifyRequest } from 'fastify'
import type { PadCreation } from '../config.ts'
import { ProblemError } from '../http/problem-error.ts'
import { foundPad } from './found-pad.ts'
import { makePad, mayMakePads, refusePadCreation } from './make-pad.ts'
import { newDocument } from './new-document.ts'
import type { PadDirectory, PadRecord } from './pad-directory.ts'
import { readPadName, titleFrom } from './pad-name.ts'
import { readPadText } from './pad-texts.ts'

export type PadRoutesParts = {
  livePads: LivePads
  pads: PadDirectory
  padCreation: PadCreation
  isOrganiser(headers: IncomingHttpHeaders): boolean
  /** Whoever sends the request, kept so that their name stays beside their words. */
  author(request: FastifyRequest): Promise<Person>
  originOf(request: FastifyRequest): string
  now(): number
}

const problems = { '4xx': Problem }

/** `/pads` of the HTTP API: free-standing pads, for scripts. */
export const padRoutes: FastifyPluginAsyncTypebox<PadRoutesParts> = async (app, parts) => {
  const { livePads, pads, padCreation, isOrganiser, author, originOf } = parts
  const addressOf = (request: FastifyRequest, name: string) => `${originOf(request)}/p/${encodeURIComponent(name)}`

  const found = (name: string) => foundPad(pads, name)

  app.post(
    '/pads',
    {
      schema: {
        summary: 'Make a free-standing pad',
        tags: ['pads'],
        body: NewPad,
        response: { 201: Pad, ...problems },
      },
      bodyLimit: 8 * 1024 * 1024,
      config: { rateLimit: { max: 300, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      if (!mayMakePads(padCreation, isOrganiser(request.headers))) throw refusePadCreation()
      const name = readPadName(request.body.name)
      if (name === undefined) throw new ProblemError(400, 'invalid-name', NAME_RULE)
      const made = await makePad(parts, {
        name,
        title: request.body.title ?? titleFrom(name),
        document: newDocument(request.body),
        author: () => author(request),
      })
      if (!made) throw new ProblemError(409, 'pad-exists', `There is a pad ${name} already; it was not changed.`)
      const address = addressOf(request, name)
      return reply
        .code(201)
        .header('location', address)
        .send(padOf(await found(name), address))
    },
  )

  app.get(
    '/pads/:pad',
    {
      // A closed pad has a title too; only its text is for those with a link.
      config: { padRole: 'anybody' },
      schema: { summary: 'Facts of a pad', tags: ['pads'], params: PadParams, response: { 200: Pad, ...problems } },
    },
    async (request) => {
      const pad = await found(request.params.pad)
      return padOf(pad, addressOf(request, pad.name))
    },
  )

  app.get(
    '/pads/:pad/text',
    { schema: { summary: 'The committed text, without its looks', tags: ['pads'], params: PadParams } },
    async (request, reply) => {
      const { name } = await found(request.params.pad)
      const text = await readPadText({ livePads, pads }, name)
      return reply.type('text/plain; charset=utf-8').send(text ? documentToText(text.document) : '')
    },
  )
}

const NAME_RULE =
  'A name is 1 to 100 letters, digits and . _ ~ - of any script and begins with a letter or digit, for example edge-computing.'

export function padOf(pad: PadRecord, url: string): Pad {
  return {
    name: pad.name,
    title: pad.title,
    url,
    revision: pad.revision,
    words: pad.words,
    createdAt: new Date(pad.createdAt).toISOString(),
    changedAt: pad.changedAt === null ? null : new Date(pad.changedAt).toISOString(),
    frozenAt: pad.frozenAt === null ? null : new Date(pad.frozenAt).toISOString(),
  }
}
