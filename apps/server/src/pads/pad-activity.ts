import type { PadActivity, Person } from '@forumpad/api'
import { markdownToDocument } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import { countWords } from './count-words.ts'
import type { PadDirectory, PadRecord } from './pad-directory.ts'
import type { TextFollower } from './settled-text.ts'

const SHOWN_PEOPLE = 12

export type ActivityParts = {
  livePads: Pick<LivePads, 'present'>
  pads: PadDirectory
  /** Who is in these is nobody's business who stands outside. */
  roles: { closedPads(): Promise<ReadonlySet<string>> }
}

/** What an agenda shows of its pads, by their names: the same to everybody. */
export async function readActivity(
  { livePads, pads, roles }: ActivityParts,
  names: readonly string[],
): Promise<Map<string, PadActivity>> {
  const [records, closed] = await Promise.all([pads.findMany(names), roles.closedPads()])
  return new Map(
    records.map((pad) => [pad.name, activityOf(pad, closed.has(pad.name) ? [] : livePads.present(pad.name))]),
  )
}

function activityOf(pad: PadRecord, present: readonly Person[]): PadActivity {
  return {
    words: pad.words,
    revisions: pad.revision,
    changedAt: pad.changedAt === null ? null : new Date(pad.changedAt).toISOString(),
    present: present.slice(0, SHOWN_PEOPLE),
    presentCount: present.length,
  }
}

/** Keeps the number of words that people wrote in each pad; the template's do not count. */
export function wordCounts(pads: Pick<PadDirectory, 'saveWords'>): TextFollower {
  return {
    name: 'words',
    async follow({ pad, document }) {
      const given = pad.template === null ? 0 : countWords(markdownToDocument(pad.template))
      const words = Math.max(0, countWords(document) - given)
      if (words !== pad.words) await pads.saveWords(pad.name, words)
    },
  }
}
