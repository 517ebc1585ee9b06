import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { fetchSessions } from './fetch-sessions.ts'
import { nextOffers } from './next-offers.ts'
import { NO_OFFERS, type OfferSources } from './offer.ts'
import { offersKeys } from './offers-keys.ts'
import { closeOffers, OFFERS_LIST, type OpenOffers, offerId, offersKey, offersOf } from './offers-state.ts'

declare module '@tiptap/core' {
  interface Storage {
    /** Whether the pad belongs to an event, whose other sessions can be linked. */
    offers: { hasSessions: boolean }
  }
}

/** Offers people after `@`, sessions after `[[`, and speakers for two capitals at the beginning of a line. In code it offers nothing. */
export const Offers = Extension.create<OfferSources>({
  name: 'offers',
  // Its keys come before everything while it is open.
  priority: 1200,
  addOptions: () => NO_OFFERS,
  addStorage() {
    return { hasSessions: this.options.sessions !== null }
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      new Plugin<OpenOffers | null>({
        key: offersKey,
        state: {
          init: () => null,
          apply: (transaction, before, _old, state) => nextOffers(options, transaction, before, state),
        },
        props: {
          handleKeyDown: (view, event) => {
            const open = offersOf(view.state)
            return open !== null && !event.isComposing && offersKeys(editor, open, event)
          },
          handleDOMEvents: { blur: () => void closeOffers(editor) },
          // A screen reader hears the chosen offer while the caret stays in the text.
          attributes: (state): Record<string, string> => {
            const open = offersOf(state)
            if (open === null) return {}
            const chosen = open.offers[open.chosen]
            return {
              'aria-haspopup': 'listbox',
              'aria-controls': OFFERS_LIST,
              ...(chosen === undefined ? {} : { 'aria-activedescendant': offerId(chosen.id) }),
            }
          },
        },
        view: () => fetchSessions(editor, options),
      }),
    ]
  },
})
