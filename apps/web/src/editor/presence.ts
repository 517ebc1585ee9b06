import type { Person } from '@forumpad/api'
import type { Awareness } from 'y-protocols/awareness'

/** Who is in the pad, each person once however many windows they have open; oneself first, then by name. */
export function peopleIn(awareness: Awareness, me: Person): Person[] {
  const others = new Map<string, Person>()
  for (const [client, state] of awareness.getStates()) {
    const person = client === awareness.clientID ? null : personOf(state)
    if (person !== null && person.id !== me.id) others.set(person.id, person)
  }
  return [me, ...[...others.values()].sort((a, b) => byName.compare(a.name, b.name))]
}

const byName = new Intl.Collator()

/** The same, kept up to date. A caret that moves costs nothing, however many are here: only who comes, goes or is called otherwise. */
export function livePeople(awareness: Awareness, me: Person) {
  let people = peopleIn(awareness, me)
  let known = new Map(people.map((person) => [person.id, person]))
  const isKnown = (client: number) => {
    const person = personOf(awareness.getStates().get(client) ?? {})
    return person === null || person.id === me.id || samePerson(person, known.get(person.id))
  }
  const look = (): boolean => {
    const now = peopleIn(awareness, me)
    if (samePeople(now, people)) return false
    people = now
    known = new Map(now.map((person) => [person.id, person]))
    return true
  }
  return {
    people: () => people,
    subscribe(listener: () => void) {
      const hear = ({ updated, removed, added }: Record<'added' | 'updated' | 'removed', number[]>) => {
        const isSame = removed.length === 0 && added.every(isKnown) && updated.every(isKnown)
        if (!isSame && look()) listener()
      }
      awareness.on('change', hear)
      if (look()) listener()
      return () => awareness.off('change', hear)
    },
  }
}

/** The person in an awareness state; the server has put them there, a stock server may not have. */
export function personOf(state: { [field: string]: unknown }): Person | null {
  const user = state.user as Partial<Person> | undefined
  if (typeof user?.id !== 'string' || typeof user.name !== 'string' || typeof user.hue !== 'number') return null
  return { id: user.id, name: user.name, hue: user.hue }
}

function samePeople(a: readonly Person[], b: readonly Person[]): boolean {
  return a.length === b.length && a.every((person, i) => samePerson(person, b[i]))
}

function samePerson(a: Person, b: Person | undefined): boolean {
  return a.id === b?.id && a.name === b.name && a.hue === b.hue
}
