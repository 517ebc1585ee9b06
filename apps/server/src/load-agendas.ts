import type { Clock, LivePads } from '@forumpad/sync'
import type { AgendaStore } from './agenda/agenda-store.ts'
import { fetchAgenda } from './agenda/fetch-agenda.ts'
import { importAtStart } from './agenda/import-at-start.ts'
import { loadSample } from './agenda/load-sample.ts'
import { readAgendaFile } from './agenda/read-agenda-file.ts'
import type { PersonStore } from './people/person-store.ts'

export type LoadAgendasParts = {
  agenda: AgendaStore
  persons: PersonStore
  livePads: LivePads
  clock: Clock
  sampleFolder: string
  /** What the command line named: addresses, or absolute paths. */
  agendas: readonly string[]
  say(sentence: string): void
}

/** The sample event where there is nothing yet, and the agendas of the command line. */
export async function loadAgendas({
  agenda,
  persons,
  livePads,
  clock,
  say,
  ...parts
}: LoadAgendasParts): Promise<void> {
  const now = () => clock.now()
  await loadSample({
    store: agenda,
    now,
    folder: parts.sampleFolder,
    livePads,
    keepPerson: (person) => persons.save(person, now()),
  })
  for (const source of parts.agendas) {
    const { says } = await importAtStart({ store: agenda, now, read: readAgenda }, source)
    for (const sentence of says) say(sentence)
  }
}

/** The operator's own command line may name addresses of their own network. */
function readAgenda(source: string) {
  return /^[a-z]+:\/\//i.test(source) ? fetchAgenda(source, { allowPrivate: true }) : readAgendaFile(source)
}
