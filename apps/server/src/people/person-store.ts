import type { Person } from '@forumpad/api'

/** Where people are kept who have written, spoken up or changed their name. */
export interface PersonStore {
  find(id: string): Promise<Person | undefined>
  /** Keeps a person unless they are kept already. */
  add(person: Person, at: number): Promise<void>
  /** Keeps a person as they are now. */
  save(person: Person, at: number): Promise<void>
}
