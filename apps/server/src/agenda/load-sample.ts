import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAgenda } from '@forumpad/agenda'
import { type Event, HUES, type Person } from '@forumpad/api'
import { markdownToDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import type { LivePads } from '@forumpad/sync'
import type { AgendaStore } from './agenda-store.ts'
import { importAgenda } from './import-agenda.ts'
import { readAgendaFile } from './read-agenda-file.ts'
import { type Passage, readSampleNotes } from './sample-notes.ts'

export type SampleParts = {
  store: AgendaStore
  livePads: Pick<LivePads, 'read' | 'edit'>
  now(): number
  /** Where the sample agenda and its notes lie. */
  folder: string
  keepPerson(person: Person): Promise<void>
}

export const SAMPLE_EVENT = 'openstack-forum-boston-2017'

/**
 * Loads the sample event where there is no event yet, and the notes of its pads where nobody has written. Once it is there,
 * calling this again changes nothing.
 */
export async function loadSample(parts: SampleParts): Promise<void> {
  const { store, folder, now } = parts
  if ((await store.findEvent(SAMPLE_EVENT)) === undefined && (await store.events()).length > 0) return
  const notes = await notesIn(join(folder, 'notes'))
  const fetched = await readAgendaFile(join(folder, `${SAMPLE_EVENT}.ics`))
  const { title, timeZone } = parseAgenda(fetched.text, 'UTC')
  const event: Event = { slug: SAMPLE_EVENT, title: title ?? SAMPLE_EVENT, timeZone: timeZone ?? 'UTC' }
  await store.addEvent(event, null, now())
  // Not every time: an organiser may have imported a later agenda into it.
  if ((await store.sessions(SAMPLE_EVENT)).length === 0) {
    await importAgenda(parts, event, fetched, { withoutTemplate: [...notes.keys()] })
  }
  for (const [pad, passages] of notes) await writeNotes(parts, pad, passages)
}

/** The passages of each pad that has sample notes. */
async function notesIn(folder: string): Promise<Map<string, Passage[]>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const read = async (file: string): Promise<[string, Passage[]]> => [
    file.replace(/\.md$/, ''),
    readSampleNotes(await readFile(join(folder, file), 'utf8')),
  ]
  return new Map(await Promise.all(files.map(read)))
}

async function writeNotes(parts: SampleParts, pad: string, passages: readonly Passage[]): Promise<void> {
  const { livePads, keepPerson } = parts
  const committed = await livePads.read(pad)
  if (committed === undefined || committed.revision > 0) return
  const people = samplePeople(passages)
  for (const person of people.values()) await keepPerson(person)
  for (const { person, markdown } of passages) {
    const document = markdownToDocument(markdown)
    const author = people.get(person)
    if (author) await livePads.edit(pad, author.id, (doc) => writeDocument(doc.getXmlFragment(ROOT), document))
  }
}

/** People who exist in the sample only, with colours far apart. */
function samplePeople(passages: readonly Passage[]): Map<string, Person> {
  const names = [...new Set(passages.map(({ person }) => person))]
  return new Map(
    names.map((name, at) => {
      const id = `sample-${name
        .toLowerCase()
        .replace(/[^a-z]+/g, '-')
        .replace(/-$/, '')}`
      return [name, { id, name, hue: (at * 5 + 3) % HUES }]
    }),
  )
}
