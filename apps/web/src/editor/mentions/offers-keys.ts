import type { Editor } from '@tiptap/core'
import { closeOffers, type OpenOffers, stepOffers, takeOffer } from './offers-state.ts'

/** What a key does while offers are open; says whether it was meant for them. */
export function offersKeys(editor: Editor, open: OpenOffers, { key }: KeyboardEvent): boolean {
  const { offers, chosen, kind, wasChosen } = open
  if (key === 'Escape') {
    closeOffers(editor)
    return true
  }
  const offer = offers[chosen]
  if (offer === undefined) return false
  switch (key) {
    case 'ArrowDown':
    case 'ArrowUp': {
      const by = key === 'ArrowDown' ? 1 : -1
      stepOffers(editor, { is: 'chooses', index: (chosen + by + offers.length) % offers.length })
      return true
    }
    case 'Enter':
      // Nobody asked for speakers: there Enter ends the line, unless somebody chose.
      if (kind === 'speaker' && !wasChosen) return false
      takeOffer(editor, offer)
      return true
    case 'Tab':
      takeOffer(editor, offer)
      return true
    default:
      return false
  }
}
