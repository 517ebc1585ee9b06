import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { Person } from '@forumpad/api'
import { Type } from 'typebox'
import type { PadChanges } from '../changes/pad-changes.ts'
import type { ShownDifferences } from '../changes/shown-differences.ts'
import { foundPad } from '../pads/found-pad.ts'
import { padOf } from '../pads/pad-routes.ts'
import { type ChangesFeedParts, changesFeedRoutes } from './changes-feed-routes.ts'
import type { PageParts } from './page-parts.ts'
import { sendPage } from './send-page.ts'
import { factsOfPad } from './session-pages.ts'

export type ChangesPageParts = PageParts &
  ChangesFeedParts & { differences: ShownDifferences; changes: PadChanges; findPerson(id: string): Promise<Person> }

/** What people write into an address by hand is answered with a sentence, not refused by its shape. */
const Query = Type.Object({
  from: Type.Optional(Type.String({ maxLength: 40 })),
  to: Type.Optional(Type.String({ maxLength: 40 })),
  author: Type.Optional(Type.String({ maxLength: 64 })),
  left: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}\\.[0-9]{1,6}$' })),
})

/** `/p/PAD/changes`: what is different between two revisions, and the forms of it that change the pad. */
export const changesPageRoutes: FastifyPluginAsyncTypebox<ChangesPageParts> = async (app, parts) => {
  const { pads, agenda, rights, differences, changes, author, originOf, noterOf, findPerson } = parts
  await app.register(changesFeedRoutes, parts)
  const params = Type.Object({ pad: Type.String() })
  // A room full of people may look at once; they share what is found.
  const often = { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } }
  const addressOf = (name: string) => `/p/${encodeURIComponent(name)}`

  app.get(
    '/p/:pad/changes',
    { ...often, schema: { hide: true, params, querystring: Query } },
    async (request, reply) => {
      const pad = await foundPad(pads, request.params.pad)
      const role = await rights.requireInPad(request, pad.name, 'reader')
      const [shown, facts] = await Promise.all([
        differences.shown(pad, given(request.query)),
        factsOfPad(agenda, pad.name),
      ])
      const told = padOf(pad, `${originOf(request)}${addressOf(pad.name)}`)
      return sendPage(parts, request, reply, {
        page: 'changes',
        pad: told,
        facts,
        role,
        left: leftIn(request.query.left),
        ...shown,
        html: (await parts.heldLinks.shownHtml(pad.name, [shown.html]))(shown.html),
      })
    },
  )

  const limited = { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }

  app.post(
    '/p/:pad/restore/:revision',
    { ...limited, schema: { hide: true, params: Type.Object({ pad: Type.String(), revision: Type.String() }) } },
    async (request, reply) => {
      const { name } = await foundPad(pads, request.params.pad)
      await rights.requireInPad(request, name, 'moderator')
      const { id } = await author(request)
      const { revision } = request.params
      const note = await noterOf(request, { pad: name })
      const done = await changes.restore(name, Number(revision), id, note('restored', `To revision ${revision}`))
      return reply.redirect(`${addressOf(name)}/changes${span(done)}`, 303)
    },
  )

  const Undo = Type.Object({ pad: Type.String(), person: Type.String(), from: Type.String(), to: Type.String() })
  app.post(
    '/p/:pad/undo-person/:person/:from/:to',
    { ...limited, schema: { hide: true, params: Undo } },
    async (request, reply) => {
      const { name } = await foundPad(pads, request.params.pad)
      await rights.requireInPad(request, name, 'moderator')
      const { person, from, to } = request.params
      const { id } = await author(request)
      const note = (await noterOf(request, { pad: name }))('person-undone', (await findPerson(person)).name)
      const done = await changes.undoPerson(name, { person, from: Number(from), to: Number(to) }, id, note)
      const { shared, already } = done.left
      const left = done.changed && shared + already > 0 ? `&left=${shared}.${already}` : ''
      return reply.redirect(`${addressOf(name)}/changes${span(done)}${left}`, 303)
    },
  )
}

/** What an undo left as it is, as its own redirection says. */
function leftIn(query: string | undefined): { shared: number; already: number } | null {
  const [shared = 0, already = 0] = query?.split('.').map(Number) ?? []
  return query === undefined ? null : { shared, already }
}

/** What somebody did is shown to them as changes; if nothing changed, the pad is. */
function span({ changed, before, revision }: { changed: boolean; before: number; revision: number }): string {
  return changed ? `?from=${before}&to=${revision}` : ''
}

/** Fields of a form that were left empty say nothing. */
function given(query: { from?: string; to?: string; author?: string }): {
  from?: string
  to?: string
  author?: string
} {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}
