import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAgenda } from '@forumpad/agenda'
import { type Event, HUES, type Person } from '@forumpad/api'
import type { AgendaStore } from './agenda-store.ts'
import { importAgenda } from './import-agenda.ts'
import { readAgendaFile } from './read-agenda-file.ts'
import { type Passage, readSampleNotes } from './sample-notes.ts'

export type SampleParts = {
  store: AgendaStore
  now(): number
  /** Where the sample agenda and its notes lie. */
  folder: string
  /** The newest revision of a pad; 0 while nobody has written in it. */
  revision(pad: string): Promise<number>
  keepPerson(person: Person): Promise<void>
  /** Adds Markdown at the end of a pad, as one revision by a person. */
  append(pad: string, person: string, markdown: string): Promise<unknown>
}

export const SAMPLE_EVENT = 'openstack-forum-boston-2017'

/**
 * Loads the sample event where there is no event yet, and the notes of its pads where nobody has written. Once it is there,
 * calling this again changes nothing.
 */
export async function loadSample(parts: SampleParts): Promise<void> {
  const { store, folder, now } = parts
  if ((await store.findEvent(SAMPLE_EVENT)) === undefined && (await store.events()).length > 0) return
  const fetched = await readAgendaFile(join(folder, `${SAMPLE_EVENT}.ics`))
  const { title, timeZone } = parseAgenda(fetched.text, 'UTC')
  const event: Event = { slug: SAMPLE_EVENT, title: title ?? SAMPLE_EVENT, timeZone: timeZone ?? 'UTC' }
  await store.addEvent(event, null, now())
  // Not every time: an organiser may have imported a later agenda into it.
  if ((await store.sessions(SAMPLE_EVENT)).length === 0) await importAgenda(parts, event, fetched)
  const files = await readdir(join(folder, 'notes'))
  for (const file of files.filter((name) => name.endsWith('.md')).sort()) {
    const passages = readSampleNotes(await readFile(join(folder, 'notes', file), 'utf8'))
    await writeNotes(parts, file.replace(/\.md$/, ''), passages)
  }
}

async function writeNotes(parts: SampleParts, pad: string, passages: readonly Passage[]): Promise<void> {
  if ((await parts.revision(pad)) > 0) return
  const people = samplePeople(passages)
  for (const person of people.values()) await parts.keepPerson(person)
  for (const { person, markdown } of passages) {
    const author = people.get(person)
    if (author) await parts.append(pad, author.id, markdown)
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
