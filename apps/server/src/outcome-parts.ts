import type { LivePads } from '@forumpad/sync'
import { whenHeld } from './agenda/when-held.ts'
import type { AppParts } from './app-parts.ts'
import type { HeldLinks } from './links/held-links.ts'
import { followOutcomes } from './outcomes/follow-outcomes.ts'
import { createOutcomeLists } from './outcomes/outcome-lists.ts'
import { readSettledText } from './pads/settled-text.ts'
import type { SettledTexts } from './pads/settled-texts.ts'
import { followContributions } from './report/follow-contributions.ts'
import { readWrittenText } from './review/written-text.ts'
import type { Rights } from './rights/rights.ts'

export type OutcomesNeed = Pick<AppParts, 'outcomes' | 'contributions' | 'agenda' | 'pads' | 'store'> & {
  livePads: LivePads
  settledTexts: Pick<SettledTexts, 'add'>
  heldLinks: Pick<HeldLinks, 'freeAmong'>
  rights: Pick<Rights, 'whoAsks'>
  now(): number
}

/** What routes about outcomes are made of. From now on the outcomes of each pad, and who wrote how much of it, follow its text. */
export function createOutcomeParts(need: OutcomesNeed) {
  const { outcomes, contributions, agenda, pads, store, livePads, settledTexts, rights, now } = need
  const follower = followOutcomes({ outcomes, whenHeld: (pad) => whenHeld(agenda, pad), ...need.heldLinks, now })
  settledTexts.add(follower)
  const linesOf = async (pad: string) => (await readWrittenText(store, pad))?.lines
  settledTexts.add(followContributions({ contributions, linesOf }))
  return {
    livePads,
    lists: createOutcomeLists({ outcomes, whoAsks: rights.whoAsks, now }),
    async refresh(pad: string): Promise<void> {
      const text = await readSettledText({ livePads, pads }, pad)
      if (text) await follower.follow(text)
    },
  }
}
