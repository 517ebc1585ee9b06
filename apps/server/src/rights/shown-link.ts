import type { Person, RoleLink } from '@forumpad/api'
import type { LinkRecord, RoleStore } from './role-store.ts'

const MOST_HOLDERS = 100

export type ShownLinkParts = {
  roles: Pick<RoleStore, 'holders'>
  /** Whoever has this id. */
  findPerson(id: string): Promise<Person>
  now(): number
}

/** A link as those see it who may give out links. */
export async function shownLink({ roles, findPerson, now }: ShownLinkParts, link: LinkRecord): Promise<RoleLink> {
  const { last, count } = await roles.holders(link.id, MOST_HOLDERS)
  const { id, scope, role, label } = link
  return {
    ...{ id, scope, role, label },
    createdAt: instant(link.createdAt),
    createdBy: link.createdBy === null ? null : await findPerson(link.createdBy),
    expiresAt: link.expiresAt === null ? null : instant(link.expiresAt),
    state: stateOf(link, now()),
    holders: await Promise.all(
      last.map(async ({ person, at }) => ({ person: await findPerson(person), at: instant(at) })),
    ),
    holderCount: count,
  }
}

/** Whether a link still gives its role. */
export function stateOf({ revokedAt, expiresAt }: LinkRecord, now: number): RoleLink['state'] {
  if (revokedAt !== null) return 'revoked'
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'live'
}

function instant(at: number): string {
  return new Date(at).toISOString()
}
