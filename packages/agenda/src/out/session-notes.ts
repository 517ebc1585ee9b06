/** What feeds call the link from a session to its pad. */
export const NOTES = 'Session notes'

/** The address of the pad of a feed's entry, by the number that `AgendaSession.entry` is; undefined for one that has none. */
export type NotesOf = (entry: number) => string | undefined
