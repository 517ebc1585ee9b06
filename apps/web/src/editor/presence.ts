import type { Person } from '@forumpad/api'
import type { Awareness } from 'y-protocols/awareness'

/** Who is in the pad, each person once however many windows they have open; oneself first, then by name. */
export function peopleIn(awareness: Awareness, me: Person): Person[] {
  const others = new Map<string, Person>()
  for (const [client, state] of awareness.getStates()) {
    const person = client === awareness.clientID ? null : personOf(state)
    if (person !== null && person.id !== me.id) others.set(person.id, person)
  }
  return [me, ...[...others.values()].sort((a, b) => a.name.localeCompare(b.name))]
}

/** The person in an awareness state; the server has put them there, a stock server may not have. */
export function personOf(state: { [field: string]: unknown }): Person | null {
  const user = state.user as Partial<Person> | undefined
  if (typeof user?.id !== 'string' || typeof user.name !== 'string' || typeof user.hue !== 'number') return null
  return { id: user.id, name: user.name, hue: user.hue }
}

export function samePeople(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && a.every((person, i) => samePerson(person, b[i]))
}

function samePerson(a: Person, b: Person | undefined): boolean {
  return a.id === b?.id && a.name === b.name && a.hue === b.hue
}
