import type { SessionLink } from '@forumpad/api'
import type { Editor } from '@tiptap/core'
import { type EditorState, PluginKey } from '@tiptap/pm/state'
import type { Offer } from './offer.ts'
import type { TypedOffer } from './typed-offer.ts'

/** The list that is open: what was typed, what is offered, which offer is chosen, and whether somebody chose it with the arrows. */
export type OpenOffers = TypedOffer & {
  offers: readonly Offer[]
  chosen: number
  wasChosen: boolean
  sessions: Sessions
}

/** The other sessions, which are fetched when they are asked for first. */
export type Sessions = { are: 'unknown' | 'failed' } | { are: 'here'; list: readonly SessionLink[] }

export type OfferStep = { is: 'closes' } | { is: 'chooses'; index: number } | { is: 'learns'; sessions: Sessions }

export const offersKey = new PluginKey<OpenOffers | null>('offers')

/** The list's element, and those of its offers. */
export const OFFERS_LIST = 'offers'
export const offerId = (id: string): string => `${OFFERS_LIST}-${id.replace(/\s/g, '_')}`

export const offersOf = (state: EditorState): OpenOffers | null => offersKey.getState(state) ?? null

/** Leaves what was typed as it is. */
export function closeOffers(editor: Editor): void {
  if (offersOf(editor.state) !== null) stepOffers(editor, { is: 'closes' })
}

export function stepOffers(editor: Editor, step: OfferStep): void {
  editor.view.dispatch(editor.state.tr.setMeta(offersKey, step).setMeta('addToHistory', false))
}

/** Writes an offer in the place of what was typed. */
export function takeOffer(editor: Editor, { words, href }: Offer): void {
  const { state, view } = editor
  const open = offersOf(state)
  if (open === null) return
  const { head } = state.selection
  const { tr, schema } = state
  const link = href === undefined ? undefined : schema.marks.link?.create({ href })
  const pieces = link === undefined ? [schema.text(words)] : [schema.text(words, [link]), schema.text(' ')]
  tr.replaceWith(head - open.length, head, pieces).setStoredMarks([])
  view.dispatch(tr.setMeta(offersKey, { is: 'closes' } satisfies OfferStep).scrollIntoView())
}
