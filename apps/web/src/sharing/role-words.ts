import type { LinkScope, PadAccess, Role, RoleLink } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import type { Say } from '../languages/words.ts'

export const ROLE_WORDS: Record<Role, string> = {
  reader: sentence('Reader: reads'),
  editor: sentence('Editor: reads and writes'),
  moderator: sentence('Moderator: freezes, shares and writes'),
  organiser: sentence('Organiser: everything in this event'),
}

export const ACCESS_WORDS: Record<PadAccess, string> = {
  open: sentence('Everybody reads and writes'),
  'by-link': sentence('Everybody reads; writing needs a link'),
  closed: sentence('Reading and writing need a link'),
}

const LINK_WORDS: Record<Role, string> = {
  reader: sentence('Reader link'),
  editor: sentence('Editor link'),
  moderator: sentence('Moderator link'),
  organiser: sentence('Organiser link'),
}

const LABEL_WORDS: Record<Role, string> = {
  reader: sentence('{label} (reader)'),
  editor: sentence('{label} (editor)'),
  moderator: sentence('{label} (moderator)'),
  organiser: sentence('{label} (organiser)'),
}

/** A link in a few words: its label, or what it gives. */
export function linkName({ label, role }: Pick<RoleLink, 'label' | 'role'>, say: Say): string {
  return label === null ? say(LINK_WORDS[role]) : say(LABEL_WORDS[role], { label })
}

/** Where a link is good, if that is not all that is shown. */
export function scopeWords(scope: LinkScope, say: Say): string | null {
  switch (scope.is) {
    case 'event':
      return null
    case 'track':
      return say('Track {track}', { track: scope.track })
    case 'pad':
      return say('Pad {pad}', { pad: scope.pad })
  }
}

/** What became of a link, and how many hold it. */
export function holderWords({ state, holderCount }: Pick<RoleLink, 'state' | 'holderCount'>, say: Say): string {
  if (state === 'revoked') return say('Revoked')
  if (state === 'expired') return say('Expired')
  if (holderCount === 0) return say('Nobody has opened it yet')
  return say('{count, plural, one {# person holds it} other {# people hold it}}', { count: holderCount })
}
