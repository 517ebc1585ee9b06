import { type PageContent, PERSON_HEADER } from '@forumpad/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chosenLanguage } from './chosen-language.ts'
import { chosenTheme } from './chosen-theme.ts'
import type { PageParts } from './page-parts.ts'

/** Renders a page for whoever asked. It names them, so only their own browser may keep it, and must ask again. */
export async function sendPage(
  { renderer, visitor, now }: Pick<PageParts, 'renderer' | 'visitor' | 'now'>,
  request: FastifyRequest,
  reply: FastifyReply,
  content: PageContent,
): Promise<FastifyReply> {
  const me = await visitor(request, reply)
  const theme = chosenTheme(request.headers.cookie)
  const language = chosenLanguage(request.headers)
  const html = await renderer.render(
    { me, now: new Date(now()).toISOString(), theme, language, ...content },
    request.url,
  )
  return reply
    .header('cache-control', 'private, no-cache')
    .header('vary', 'accept-language, cookie')
    .header('content-language', language)
    .header(PERSON_HEADER, me.id)
    .type('text/html; charset=utf-8')
    .send(html)
}
