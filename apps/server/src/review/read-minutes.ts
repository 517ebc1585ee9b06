import type { Contributor, MarkedLine, Person } from '@forumpad/api'
import { lineName, markdownToDocument, type PadDocument, textOfBlock } from '@forumpad/pad-schema'
import type { PadStore } from '@forumpad/sync'
import { contributorsOf } from './contributors.ts'
import { minutesHtml } from './minutes-html.ts'
import { readWrittenText, type WrittenText } from './written-text.ts'

/** A pad's text with all that is said about it. */
export type Minutes = {
  text: WrittenText
  /** Whoever wrote in it, by their ids. */
  people: ReadonlyMap<string, Person>
  html: string
  marked: MarkedLine[]
  contributors: Contributor[]
}

export type ReadMinutesParts = {
  store: Pick<PadStore, 'load' | 'readLog'>
  /** Whoever wrote under this id. */
  findPerson(id: string): Promise<Person>
  /** What the lines of a text say; `day` is when it was written, like `2026-06-01`. */
  markedLines(text: WrittenText, day: string): MarkedLine[]
  /** The text as everybody may have it, and what changes whenever that does. */
  shown(pad: string, document: PadDocument): Promise<PadDocument>
  stamp(pad: string): Promise<string>
  now(): number
}

/** Which text is asked for: `revision` and `epoch` as the pad's row has them. `template` is what a pad without any text begins with. */
export type AskedText = { name: string; revision: number; epoch: number; template: string | null; day: string }

const KEPT = 100
/** Names change without any revision. */
const KEPT_MS = 60_000

/** Gives the committed text of pads as minutes. Whoever asks for a text that was read a moment ago is given the same. */
export function createMinutesReader({ store, findPerson, markedLines, shown, stamp, now }: ReadMinutesParts) {
  // In the order of their last use. Promises, so that those who ask together share one reading.
  const kept = new Map<string, { until: number; minutes: Promise<Minutes> }>()

  async function read({ name, template, day }: AskedText): Promise<Minutes> {
    const written = (await readWrittenText(store, name)) ?? notOpened(template)
    const text = { ...written, document: await shown(name, written.document) }
    const ids = new Set(text.lines.flatMap(({ by }) => [...by.keys()]))
    const people = new Map(await Promise.all([...ids].map(async (id) => [id, await findPerson(id)] as const)))
    return {
      text,
      people,
      html: minutesHtml(text, people),
      marked: markedLines(text, day),
      contributors: contributorsOf(text.lines, people),
    }
  }

  return {
    async read(asked: AskedText): Promise<Minutes> {
      const key = JSON.stringify([asked, await stamp(asked.name)])
      const found = kept.get(key)
      const entry = found && found.until > now() ? found : { until: now() + KEPT_MS, minutes: read(asked) }
      kept.delete(key)
      kept.set(key, entry)
      entry.minutes.catch(() => kept.get(key) === entry && kept.delete(key))
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
      return entry.minutes
    },
  }
}

export type MinutesReader = ReturnType<typeof createMinutesReader>

/** What the first editor of a pad will find. */
function notOpened(template: string | null): WrittenText {
  const document = template === null ? { blocks: [] } : markdownToDocument(template)
  const lines = document.blocks.map((block, clock) => ({
    id: { client: 0, clock },
    name: lineName({ client: 0, clock }, textOfBlock(block)),
    by: new Map<string, number>(),
  }))
  return { revision: 0, epoch: 0, document, lines }
}
