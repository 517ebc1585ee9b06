import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { sentence } from '../../languages/sentence.ts'
import { useWords } from '../../languages/use-words.tsx'
import type { Say } from '../../languages/words.ts'
import { useFloating } from '../menus/use-floating.ts'
import type { OfferKind } from './offer.ts'
import styles from './offers-list.module.css'
import { OFFERS_LIST, type OpenOffers, offerId, offersOf, takeOffer } from './offers-state.ts'

const NAMES: Record<OfferKind, string> = {
  person: sentence('People'),
  speaker: sentence('Who speaks'),
  session: sentence('Sessions'),
}

/** What the list shows. */
export type ShownOffers = Pick<OpenOffers, 'kind' | 'typed' | 'offers' | 'chosen'> & {
  sessions: OpenOffers['sessions']['are']
}

/** The list under what was typed. Keys and focus stay with the text; the list shows what they choose. */
export function OffersList({ editor, open }: { editor: Editor; open: ShownOffers }) {
  const { say } = useWords()
  const { kind, typed, offers, chosen } = open
  const box = useFloating('below', () => placeOfSign(editor))
  const option = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another offer is chosen, so another element is to be seen
  useEffect(() => void option.current?.scrollIntoView({ block: 'nearest' }), [chosen, typed])
  const nothing = offers.length > 0 ? '' : nothingToOffer(open, say)
  return (
    <div ref={box} className={styles.menu}>
      <div id={OFFERS_LIST} role="listbox" aria-label={say(NAMES[kind])}>
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the editor's, which keeps the focus
          // biome-ignore lint/a11y/useFocusableInteractive: as above, by aria-activedescendant
          <div
            key={offer.id}
            id={offerId(offer.id)}
            ref={index === chosen ? option : undefined}
            role="option"
            aria-selected={index === chosen}
            className={styles.item}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => takeOffer(editor, offer)}
          >
            <bdi className={styles.name}>{offer.name}</bdi>
            {offer.detail !== '' && <bdi className={styles.detail}>{offer.detail}</bdi>}
          </div>
        ))}
      </div>
      <p role="status" className={styles.nothing} hidden={nothing === ''}>
        {nothing}
      </p>
    </div>
  )
}

function nothingToOffer({ sessions, typed }: ShownOffers, say: Say): string {
  if (sessions === 'unknown') return say('The sessions are being fetched.')
  if (sessions === 'failed') return say('The sessions could not be fetched. Type [[ again to retry.')
  return say('No other session has a title with “{words}”.', { words: typed })
}

function placeOfSign({ state, view }: Editor) {
  const open = offersOf(state)
  return open === null ? null : view.coordsAtPos(Math.max(0, state.selection.head - open.length))
}
