import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isAtLeast, type Person, type Role } from '@forumpad/api'
import type { PadRight } from '@forumpad/sync'
import type { Rights } from './rights.ts'

export type RolesOnSockets = {
  /** What whoever opened a socket may do in its pad now. */
  rightNow(request: IncomingMessage, person: Person, pad: string): Promise<PadRight>
  /** What they were when it was last asked, which is whenever rights change; null if they may not even read. */
  lastKnown(request: IncomingMessage): Role | null
}

/** Remembers of each open socket which role it has, for what cannot wait for the store. */
export function createRolesOnSockets(
  rights: Pick<Rights, 'roleInPad'>,
  isOrganiser: (headers: IncomingHttpHeaders) => boolean,
): RolesOnSockets {
  const known = new WeakMap<IncomingMessage, Role | null>()
  return {
    async rightNow(request, person, pad) {
      const role = await rights.roleInPad({ isOrganiser: isOrganiser(request.headers), person: person.id }, pad)
      known.set(request, role)
      if (role === null) return 'none'
      return isAtLeast(role, 'editor') ? 'write' : 'read'
    },
    lastKnown: (request) => known.get(request) ?? null,
  }
}
