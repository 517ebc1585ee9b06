import { isAtLeast, type LinkScope, type PadAccess, type Role } from '@forumpad/api'
import type { Grant, PadPlace } from './role-store.ts'

/** What counts for somebody's role in a pad: who they are, what they hold by links, and how open the pad is. */
export type Standing = {
  /** They hold the organiser key. */
  isOrganiser: boolean
  grants: readonly Grant[]
  place: PadPlace
  /** They may read in the pads of its event, and no more. */
  isBlocked?: boolean
}

/** The one decision about what somebody is in a pad; null if they may not even read it. */
export function roleOf({ isOrganiser, grants, place, isBlocked = false }: Standing): Role | null {
  if (isOrganiser) return 'organiser'
  const best = grants
    .filter(({ scope }) => reaches(scope, place))
    .reduce((best: Role | null, { role }) => (isAtLeast(best, role) ? best : role), WITHOUT_A_LINK[accessOf(place)])
  return best !== null && isBlocked ? 'reader' : best
}

/** What somebody is in a whole event; null if they have no part in it beyond what everybody has. */
export function roleInEvent({ isOrganiser, grants, isBlocked }: Omit<Standing, 'place'>, event: string): Role | null {
  if (isOrganiser) return 'organiser'
  if (isBlocked) return null
  return grants
    .filter(({ scope }) => scope.is === 'event' && scope.event === event)
    .reduce((best: Role | null, { role }) => (isAtLeast(best, role) ? best : role), null)
}

/** What is chosen for a pad counts; a pad for which nothing is chosen follows its event. A lock opens nothing that is closed. */
export function accessOf({ access, eventAccess, lock }: Pick<PadPlace, 'access' | 'eventAccess' | 'lock'>): PadAccess {
  const chosen = access ?? eventAccess ?? 'open'
  return lock !== null && chosen === 'open' ? 'by-link' : chosen
}

const WITHOUT_A_LINK: Record<PadAccess, Role | null> = { open: 'editor', 'by-link': 'reader', closed: null }

function reaches(scope: LinkScope, { pad, event, track }: PadPlace): boolean {
  switch (scope.is) {
    case 'pad':
      return scope.pad === pad
    case 'track':
      return scope.event === event && scope.track === track
    case 'event':
      return scope.event === event
  }
}
