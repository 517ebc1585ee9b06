import { randomBytes } from 'node:crypto'
import type { Person } from '@forumpad/api'
import { defaultPerson } from './default-person.ts'
import type { IdentityCookie } from './identity-cookie.ts'
import type { PersonStore } from './person-store.ts'

export type People = {
  /** Whoever a Cookie header belongs to; undefined if it is not one of ours. */
  recognise(cookieHeader: string | undefined): Promise<Person | undefined>
  /** Somebody new. Nothing is stored: most visitors only read. */
  greet(): Person
  /** Keeps somebody who is about to write, so that their name stays beside their words. */
  remember(person: Person): Promise<void>
  change(person: Person): Promise<void>
  /** Whoever wrote under this id. */
  find(id: string): Promise<Person>
}

export function createPeople(store: PersonStore, cookie: IdentityCookie, now: () => number): People {
  const find = async (id: string) => (await store.find(id)) ?? defaultPerson(id)
  return {
    async recognise(cookieHeader) {
      const id = cookie.read(cookieHeader)
      return id === undefined ? undefined : find(id)
    },
    greet: () => defaultPerson(randomBytes(12).toString('base64url')),
    remember: (person) => store.add(person, now()),
    change: (person) => store.save(person, now()),
    find,
  }
}
