import type { LivePads, PadStore } from '@forumpad/sync'
import type { FastifyBaseLogger } from 'fastify'
import type { AppParts } from './app-parts.ts'
import { createDifferences } from './changes/differences.ts'
import { createPadChanges, type PadChanges } from './changes/pad-changes.ts'
import { createShownDifferences, type ShownDifferences } from './changes/shown-differences.ts'
import { createHistory, type History } from './history/history.ts'
import { type HistoryFeature, historyFeature } from './history/history-feature.ts'
import type { HeldLinks } from './links/held-links.ts'
import { writablePad } from './pads/found-pad.ts'
import type { SettledTexts } from './pads/settled-texts.ts'
import type { People } from './people/people.ts'
import { toldRedaction } from './redaction/redactions.ts'

export type PastCoreParts = Pick<AppParts, 'keyframes' | 'revisions' | 'redactions' | 'pads' | 'clock'> & {
  store: PadStore
  livePads: LivePads
  settledTexts: Pick<SettledTexts, 'add'>
  people: Pick<People, 'find'>
  heldLinks: Pick<HeldLinks, 'shownHtml'>
  log: FastifyBaseLogger
}

/** The past of pads, what changed since, and what brings it back. */
export function createPastCore(parts: PastCoreParts): {
  history: History
  changes: PadChanges
  differences: ShownDifferences
} & HistoryFeature {
  const { store, pads, redactions, livePads, settledTexts, people, log } = parts
  const history = createHistory({
    ...parts,
    failed: (error) => log.error({ err: error }, 'What a pad was like in the past could not be kept.'),
  })
  settledTexts.add({ name: 'keyframes', follow: async ({ pad }) => history.changed(pad.name) })
  const past = { past: history, log: store }
  return {
    ...historyFeature({
      ...parts,
      history,
      findPerson: people.find,
      shownHtml: parts.heldLinks.shownHtml,
      redactionsOf: async (pad) => (await redactions.redactions(pad)).map(toldRedaction),
    }),
    history,
    changes: createPadChanges({ ...past, livePads, requireWritable: (pad) => writablePad(pads, pad) }),
    differences: createShownDifferences({ differences: createDifferences(past), findPerson: people.find }),
  }
}
