import type { AgendaSession } from './agenda.ts'

/** A session as the store knows it: its permanent id, every key it was ever imported under, and what it last said. */
export type KnownSession = {
  id: string
  keys: readonly string[]
  last: Omit<AgendaSession, 'key' | 'state' | 'padName'> & { state: AgendaSession['state'] | 'missing' }
}

export type ChangeKind = 'renamed' | 'moved' | 'changed' | 'cancelled' | 'returned'

/** What became of one session. `kinds` is empty when nothing changed. */
export type SessionChange =
  | { is: 'added'; session: AgendaSession }
  | { is: 'kept'; id: string; session: AgendaSession; kinds: readonly ChangeKind[] }
  | { is: 'missing'; id: string }

export type AgendaChanges = { changes: SessionChange[]; unclear: number }

/**
 * Compares the sessions known so far with those of a new feed. A session is recognised by its key; what is left over, by
 * address and title, then by title and start, each only where it can mean one session on either side.
 *
 * @returns one change per session of either side; sessions that are missing already and still are give none
 */
export function compareAgendas(known: readonly KnownSession[], sessions: readonly AgendaSession[]): AgendaChanges {
  const matched = new Map<AgendaSession, KnownSession>()
  for (const trait of TRAITS) matchBy(trait, known, sessions, matched)
  const found = new Set([...matched.values()])
  const changes: SessionChange[] = sessions.map((session) => {
    const before = matched.get(session)
    return before === undefined
      ? { is: 'added', session }
      : { is: 'kept', id: before.id, session, kinds: kindsOf(before.last, session) }
  })
  for (const { id, last } of known.filter((one) => !found.has(one))) {
    if (last.state !== 'missing') changes.push({ is: 'missing', id })
  }
  return { changes, unclear: 0 }
}

/** What a session can be recognised by: of the known one (any of several), and of the feed's. */
type Trait = {
  known(session: KnownSession): readonly string[]
  given(session: AgendaSession): string | undefined
}

const TRAITS: readonly Trait[] = [
  { known: ({ keys }) => keys, given: ({ key }) => key },
  { known: ({ last }) => [addressAndTitle(last)].flatMap((trait) => trait ?? []), given: addressAndTitle },
  { known: ({ last }) => [titleAndStart(last)].flatMap((trait) => trait ?? []), given: titleAndStart },
]

function matchBy(
  trait: Trait,
  known: readonly KnownSession[],
  sessions: readonly AgendaSession[],
  matched: Map<AgendaSession, KnownSession>,
): void {
  const taken = new Set(matched.values())
  const left = known.filter((session) => !taken.has(session))
  const owners = unique(left.flatMap((session) => trait.known(session).map((key) => [key, session] as const)))
  const givers = unique(
    sessions
      .filter((session) => !matched.has(session))
      .flatMap((session) => {
        const key = trait.given(session)
        return key === undefined ? [] : [[key, session] as const]
      }),
  )
  for (const [key, session] of givers) {
    const owner = owners.get(key)
    if (owner === undefined || taken.has(owner)) continue
    matched.set(session, owner)
    taken.add(owner)
  }
}

/** The entries whose key belongs to one thing only. */
function unique<T>(entries: readonly (readonly [string, T])[]): Map<string, T> {
  const owners = new Map<string, T>()
  const doubtful = new Set<string>()
  for (const [key, owner] of entries) {
    const other = owners.get(key)
    if (other !== undefined && other !== owner) doubtful.add(key)
    owners.set(key, owner)
  }
  for (const key of doubtful) owners.delete(key)
  return owners
}

type Facts = Pick<AgendaSession, 'title' | 'url' | 'start'>

function addressAndTitle({ url, title }: Facts): string | undefined {
  return url === null ? undefined : `${url} ${plain(title)}`
}

function titleAndStart({ title, start }: Facts): string | undefined {
  return start === null ? undefined : `${start} ${plain(title)}`
}

function plain(title: string): string {
  return title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

function kindsOf(last: KnownSession['last'], now: AgendaSession): ChangeKind[] {
  const kinds: ChangeKind[] = []
  if (last.title !== now.title) kinds.push('renamed')
  if (last.start !== now.start || last.end !== now.end || last.room !== now.room) kinds.push('moved')
  if (last.state === 'missing') kinds.push('returned')
  if (now.state === 'cancelled' && last.state !== 'cancelled') kinds.push('cancelled')
  const stateChanged = last.state !== now.state && last.state !== 'missing' && now.state !== 'cancelled'
  if (stateChanged || content(last) !== content(now)) kinds.push('changed')
  return kinds
}

function content({ description, track, people, url, sampleTime }: Omit<KnownSession['last'], 'state'>): string {
  return JSON.stringify([description, track, people, url, sampleTime])
}
