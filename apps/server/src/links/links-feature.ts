import { keepsOrder, LinksAsk, type LinksState } from '@forumpad/api'
import type { PadDocument } from '@forumpad/pad-schema'
import type { Asides, Feature } from '../asides/asides.ts'
import type { HeldLinks } from './held-links.ts'

export type LinksFeatureParts = {
  asides: Pick<Asides, 'tell'>
  heldLinks: Pick<HeldLinks, 'state' | 'trustQuietly' | 'onFollowed'>
  documentOf(pad: string): Promise<PadDocument>
}

/** Tells the pages of a pad which of its links lead somewhere. */
export function linksFeature({ asides, heldLinks, documentOf }: LinksFeatureParts): Feature<typeof LinksAsk> {
  heldLinks.onFollowed((pad, state) => asides.tell(pad, 'links', state))
  return {
    name: 'links',
    ask: LinksAsk,
    async hear({ pad, person, role }): Promise<LinksState> {
      // Whoever keeps order with the organiser key holds no link that tells so later.
      if (keepsOrder(role)) await heldLinks.trustQuietly(pad, person.id)
      return heldLinks.state(pad, await documentOf(pad))
    },
  }
}
