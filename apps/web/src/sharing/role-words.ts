import type { LinkScope, PadAccess, Role, RoleLink } from '@forumpad/api'

export const ROLE_WORDS: Record<Role, string> = {
  reader: 'Reader: reads',
  editor: 'Editor: reads and writes',
  moderator: 'Moderator: freezes, shares and writes',
  organiser: 'Organiser: everything in this event',
}

export const ACCESS_WORDS: Record<PadAccess, string> = {
  open: 'Everybody reads and writes',
  'by-link': 'Everybody reads; writing needs a link',
  closed: 'Reading and writing need a link',
}

/** A link in a few words: its label, or what it gives. */
export function linkName({ label, role }: Pick<RoleLink, 'label' | 'role'>): string {
  const words = `${role[0]?.toUpperCase()}${role.slice(1)} link`
  return label === null ? words : `${label} (${role})`
}

/** Where a link is good, if that is not all that is shown. */
export function scopeWords(scope: LinkScope): string | null {
  switch (scope.is) {
    case 'event':
      return null
    case 'track':
      return `Track ${scope.track}`
    case 'pad':
      return `Pad ${scope.pad}`
  }
}

/** What became of a link, and how many hold it. */
export function holderWords({ state, holderCount }: Pick<RoleLink, 'state' | 'holderCount'>): string {
  if (state === 'revoked') return 'Revoked'
  if (state === 'expired') return 'Expired'
  if (holderCount === 0) return 'Nobody has opened it yet'
  return holderCount === 1 ? '1 person holds it' : `${holderCount} people hold it`
}
