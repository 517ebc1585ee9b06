import type { PadActivity, Person } from '@forumpad/api'
import { markdownToDocument } from '@forumpad/pad-schema'
import type { Clock, LivePads } from '@forumpad/sync'
import { countWords } from './count-words.ts'
import type { PadDirectory, PadRecord } from './pad-directory.ts'
import { readPadText } from './pad-texts.ts'

/** Counting reads the whole text, so a busy pad is counted this often and not at each commit. */
const COUNT_EVERY_MS = 10_000

const SHOWN_PEOPLE = 12

/** What an agenda shows of its pads, by their names. */
export async function readActivity(
  { livePads, pads }: { livePads: LivePads; pads: PadDirectory },
  names: readonly string[],
): Promise<Map<string, PadActivity>> {
  const records = await pads.findMany(names)
  return new Map(records.map((pad) => [pad.name, activityOf(pad, livePads.present(pad.name))]))
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

export type WordCounts = {
  /** A pad has new text: it will be counted soon. */
  changed(pad: string): void
  /** Counts what is still to be counted, and then no more. */
  stop(): Promise<void>
}

export type WordCountParts = {
  livePads: LivePads
  pads: PadDirectory
  clock: Clock
  failed(error: unknown): void
}

/** Keeps the number of words that people wrote in each pad, the template's not counted, away from the path of typing. */
export function createWordCounts({ livePads, pads, clock, failed }: WordCountParts): WordCounts {
  const waiting = new Map<string, () => void>()
  const counting = new Set<Promise<void>>()

  async function count(name: string): Promise<void> {
    const [pad, text] = await Promise.all([pads.find(name), readPadText({ livePads, pads }, name)])
    if (!pad || !text) return
    const given = pad.template === null ? 0 : countWords(markdownToDocument(pad.template))
    const words = Math.max(0, countWords(text.document) - given)
    if (words !== pad.words) await pads.saveWords(name, words)
  }

  return {
    changed(name) {
      if (waiting.has(name)) return
      const callOff = clock.after(COUNT_EVERY_MS, () => {
        waiting.delete(name)
        const counted = count(name).catch(failed)
        counting.add(counted)
        counted.finally(() => counting.delete(counted))
      })
      waiting.set(name, callOff)
    },
    async stop() {
      const names = [...waiting.keys()]
      for (const callOff of waiting.values()) callOff()
      waiting.clear()
      await Promise.all([...counting, ...names.map((name) => count(name).catch(failed))])
    },
  }
}
