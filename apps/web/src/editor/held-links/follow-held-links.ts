import { keepsOrder, type LinksState, type Person } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import type { Asides } from '../asides.ts'
import { holdLinks, type IsHeld } from './held-links-plugin.ts'

/**
 * Holds the links of an editor as the server says, until the returned function is called. Whoever brought a held link may follow it, and
 * whoever keeps order every one. What the server has not looked at yet is held.
 */
export function followHeldLinks(asides: Asides, editor: Editor, me: Person): () => void {
  const take = (state: LinksState) => holdLinks(editor, keepsOrder(asides.role) ? null : isHeldIn(state, me))
  const stops = [
    asides.hear('links', take),
    asides.onWelcome(async () => {
      const answer = await asides.ask('links', { is: 'look' })
      if (answer.is === 'answer') take(answer.body)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Which addresses lead nowhere for somebody. */
export function isHeldIn(state: LinksState, me: Pick<Person, 'id'>): IsHeld {
  if (!state.holds) return null
  const free = new Set(state.free)
  for (const { href, person } of state.held) if (person === me.id) free.add(href)
  return (href) => !free.has(href)
}
