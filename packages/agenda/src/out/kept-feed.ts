import type { Agenda } from '../agenda.ts'

/** A feed to be given out again with links in it: its text, and which entry of it became which session. */
export type KeptFeed = {
  /** As `Agenda.format` has it. */
  format: string
  text: string
  /** The number of the entry (`AgendaSession.entry`) and the key of the session. Occurrences of a series share an entry. */
  entries: readonly (readonly [entry: number, key: string])[]
}

/** What is to be kept of a feed that was read. */
export function keptFeed(text: string, { format, sessions }: Pick<Agenda, 'format' | 'sessions'>): KeptFeed {
  const entries = sessions.flatMap(({ entry, key }) => (entry === undefined ? [] : [[entry, key] as const]))
  return { format, text, entries }
}
