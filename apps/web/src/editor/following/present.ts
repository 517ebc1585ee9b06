import { isAtLeast, type Person, ROLES, type Role } from '@forumpad/api'
import type { Awareness } from 'y-protocols/awareness'
import { personOf } from '../presence.ts'
import { AWAY } from './tell-away.ts'

/** What the others can know of somebody: what they are in the pad, and whether they look away in all of their windows. */
export type Present = { role: Role | null; isAway: boolean }

/** Of each person who is here, by their id. */
export function presentIn(awareness: Awareness): Map<string, Present> {
  const found = new Map<string, Present>()
  for (const state of awareness.getStates().values()) {
    const person = personOf(state)
    if (person === null) continue
    const before = found.get(person.id)
    const role = roleOf(state.user)
    found.set(person.id, {
      role: before && role && !isAtLeast(role, before.role ?? 'reader') ? before.role : (role ?? before?.role ?? null),
      isAway: state[AWAY] === true && (before?.isAway ?? true),
    })
  }
  return found
}

/** The server has put it there; a stock server has not. */
function roleOf(user: Person & { role?: unknown }): Role | null {
  return ROLES.find((role) => role === user.role) ?? null
}
