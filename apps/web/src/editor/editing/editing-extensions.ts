import { type AnyExtension, Extension } from '@tiptap/core'
import { ENGLISH, type Say } from '../../languages/words.ts'
import { MissedLine } from '../catch-up/missed-line.ts'
import { CodeColours } from '../code/code-colours.ts'
import { Conventions } from '../conventions/conventions-plugin.ts'
import { Find } from '../find/find-plugin.ts'
import { HeldLinks } from '../held-links/held-links-plugin.ts'
import { NO_OFFERS, type OfferSources } from '../mentions/offer.ts'
import { Offers } from '../mentions/offers-plugin.ts'
import { SlashMenu } from '../menus/slash-plugin.ts'
import { ActionKeys } from './action-keys.ts'
import { OpenPanel } from './open-panel.ts'
import { SaidAloud } from './said.ts'

/** What the page adds to the editor of lines. */
export function editingExtensions(
  timeZone: string,
  offers: OfferSources = NO_OFFERS,
  say: Say = ENGLISH.say,
): AnyExtension[] {
  const zone = Extension.create({ name: 'padZone', addStorage: () => ({ timeZone }) })
  return [
    zone,
    OpenPanel,
    SaidAloud,
    ActionKeys,
    SlashMenu.configure({ say }),
    Offers.configure(offers),
    Find,
    Conventions,
    CodeColours,
    HeldLinks.configure({ say }),
    MissedLine,
  ]
}
