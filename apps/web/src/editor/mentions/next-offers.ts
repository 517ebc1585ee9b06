import type { EditorState, Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Offer, OfferSources } from './offer.ts'
import { type OfferStep, type OpenOffers, offersKey, type Sessions } from './offers-state.ts'
import { personOffers } from './person-offers.ts'
import { sessionOffers } from './session-offers.ts'
import { speakerOffers } from './speaker-offers.ts'
import { followOffers, opensOffers, type TypedOffer } from './typed-offer.ts'

/** What is offered after a transaction. */
export function nextOffers(
  sources: OfferSources,
  transaction: Transaction,
  before: OpenOffers | null,
  state: EditorState,
): OpenOffers | null {
  const step: OfferStep | undefined = transaction.getMeta(offersKey)
  if (step?.is === 'closes') return null
  if (before === null) return isTyped(transaction) ? opened(sources, state) : null
  if (step?.is === 'chooses') return { ...before, chosen: step.index, wasChosen: true }
  const sessions = step?.is === 'learns' ? step.sessions : before.sessions
  const isSame = !transaction.docChanged && !transaction.selectionSet && sessions === before.sessions
  const typed = isSame ? before : typedIn(state, (words) => followOffers(before.kind, words))
  if (typed === null || isSame) return typed === null ? null : before
  return open(sources, typed, sessions, before)
}

function opened(sources: OfferSources, state: EditorState): OpenOffers | null {
  const typed = typedIn(state, opensOffers)
  if (typed === null || (typed.kind === 'session' && sources.sessions === null)) return null
  return open(sources, typed, { are: 'unknown' }, null)
}

function open(
  sources: OfferSources,
  typed: TypedOffer,
  sessions: Sessions,
  before: OpenOffers | null,
): OpenOffers | null {
  const offers = offersFor(sources, typed, sessions)
  // A search may come to nothing and say so; names that fit nobody are just words.
  if (offers.length === 0 && typed.kind !== 'session') return null
  const stays = before?.typed === typed.typed ? before : null
  return {
    ...typed,
    offers,
    sessions,
    chosen: Math.min(stays?.chosen ?? 0, Math.max(0, offers.length - 1)),
    wasChosen: stays?.wasChosen ?? false,
  }
}

function offersFor(sources: OfferSources, { kind, typed }: TypedOffer, sessions: Sessions): Offer[] {
  switch (kind) {
    case 'person':
      return personOffers(sources.people(), typed)
    case 'speaker':
      return speakerOffers(sources.people(), typed)
    case 'session': {
      if (sessions.are !== 'here' || sources.sessions === null) return []
      const { timeZone, words } = sources.sessions
      return sessionOffers(sessions.list, typed, { timeZone, words, origin: location.origin })
    }
  }
}

/** Whether somebody wrote something here: not elsewhere, not by undo, and not by pasting. */
function isTyped(transaction: Transaction): boolean {
  const { docChanged, doc, before } = transaction
  return (
    docChanged &&
    doc.content.size > before.content.size &&
    !transaction.getMeta(ySyncPluginKey) &&
    transaction.getMeta('paste') !== true
  )
}

function typedIn<Found>({ selection }: EditorState, look: (before: string) => Found | null): Found | null {
  const { $from, empty } = selection
  if (!empty || !$from.parent.isTextblock || $from.parent.attrs.kind === 'code') return null
  if ($from.marks().some(({ type }) => type.name === 'code' || type.name === 'link')) return null
  return look($from.parent.textBetween(0, $from.parentOffset, null, '\n'))
}
