import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { markupWords } from '@forumpad/agenda'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { FeedStore } from '../feeds/feed-store.ts'
import { numberOf } from '../feeds/short-code.ts'
import { asProblem, INTERNAL } from '../http/as-problem.ts'
import { letFrame } from '../http/framing.ts'
import { ProblemError, problemOf } from '../http/problem-error.ts'
import { foundPad } from '../pads/found-pad.ts'
import type { PadRecord } from '../pads/pad-directory.ts'
import { padNameOf } from './pad-address.ts'
import { createPadHtml } from './pad-html.ts'
import type { PageParts } from './page-parts.ts'

const WIDTH = 640
const HEIGHT = 480
const Size = Type.Optional(Type.String({ pattern: '^[0-9]{1,5}$' }))

/** `/p/PAD/embed`: a pad to read in a frame of any page, without script; `/oembed`: how to put it there (oembed.com). */
export const embedRoutes: FastifyPluginAsyncTypebox<PageParts & { feeds: FeedStore }> = async (app, parts) => {
  const { pads, agenda, rights, originOf } = parts
  const htmlOf = createPadHtml(parts)

  app.get(
    '/p/:pad/embed',
    { schema: { hide: true, params: Type.Object({ pad: Type.String() }) } },
    async (request, reply) => {
      const pad = await foundPad(pads, request.params.pad)
      const [html, title] = await Promise.all([htmlOf(pad), titleOf(pad)])
      letFrame(reply, '*')
      return reply
        .header('cache-control', 'no-cache')
        .type('text/html; charset=utf-8')
        .send(embedPage({ title, html, address: addressOf(request, pad) }))
    },
  )

  app.get(
    '/oembed',
    {
      schema: {
        hide: true,
        querystring: Type.Object({
          url: Type.String({ maxLength: 2000 }),
          format: Type.Optional(Type.String({ maxLength: 20 })),
          maxwidth: Size,
          maxheight: Size,
        }),
      },
      errorHandler: (error, request, reply) => {
        const told = asProblem(error)
        if (told === undefined) request.log.error(error)
        const problem = told ?? INTERNAL
        return reply
          .code(problem.status)
          .header('access-control-allow-origin', '*')
          .type('application/problem+json')
          .send(problemOf(problem))
      },
    },
    async (request, reply) => {
      const { url, format = 'json', maxwidth, maxheight } = request.query
      if (format !== 'json') throw new ProblemError(501, 'only-json', 'Only format=json is answered.')
      const pad = await padAt(url, originOf(request))
      const role = await rights.roleInPad({ isOrganiser: false, person: undefined }, pad.name)
      if (role === null)
        throw new ProblemError(401, 'closed-pad', 'This pad is open to people with a link: it cannot be embedded.')
      const title = await titleOf(pad)
      const width = Math.min(WIDTH, Number(maxwidth ?? WIDTH))
      const height = Math.min(HEIGHT, Number(maxheight ?? HEIGHT))
      const src = `${addressOf(request, pad)}/embed`
      return reply.header('access-control-allow-origin', '*').send({
        version: '1.0',
        type: 'rich',
        provider_name: 'Forumpad',
        provider_url: originOf(request),
        title,
        width,
        height,
        html: `<iframe src="${markupWords(src)}" width="${width}" height="${height}" title="${markupWords(title)}" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="lazy"></iframe>`,
      })
    },
  )

  async function padAt(url: string, origin: string): Promise<PadRecord> {
    const address = URL.canParse(url) ? new URL(url) : null
    if (address === null || address.origin !== new URL(origin).origin) throw noPadThere(url)
    const number = numberOf(/^\/s\/([^/]+)\/?$/.exec(address.pathname)?.[1] ?? '')
    const short = number === undefined ? undefined : (await parts.feeds.padsNumbered([number])).get(number)
    const pad = await pads.find((short ?? padNameOf(url)).normalize('NFC'))
    if (pad === undefined) throw noPadThere(url)
    return pad
  }

  async function titleOf({ name, title }: PadRecord): Promise<string> {
    return (await agenda.sessionOfPad(name))?.title ?? title
  }

  const addressOf = (request: FastifyRequest, { name }: PadRecord) =>
    `${originOf(request)}/p/${encodeURIComponent(name)}`
}

function noPadThere(url: string): ProblemError {
  return new ProblemError(404, 'no-such-pad', `There is no pad of this server at ${url.slice(0, 200)}.`)
}

/** @param html made safe by the schema of pads */
function embedPage({ title, html, address }: { title: string; html: string; address: string }): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${markupWords(title)} · Forumpad</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex"><link rel="stylesheet" href="/assets/embed.css"></head>',
    '<body><main>',
    `<h1 dir="auto"><a href="${markupWords(address)}" target="_blank" rel="noopener">${markupWords(title)}</a></h1>`,
    `<div class="pad-text">${html}</div>`,
    '</main></body></html>',
    '',
  ].join('\n')
}
