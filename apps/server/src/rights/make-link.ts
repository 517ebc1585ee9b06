import type { LinkScope, NewRoleLink, Noter, Role } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import { hashOf, newSecret } from './link-secret.ts'
import { requireNoMoreThan } from './no-more-than.ts'
import type { LinkRecord, RoleStore } from './role-store.ts'

export type MakeLinkParts = {
  roles: RoleStore
  now(): number
  /** The links' deadlines have changed. */
  watchExpiry(): Promise<void>
}

/** Makes a link that whoever is `by` may give out. The secret is told here, and kept by nobody. */
export async function makeLink(
  { roles, now, watchExpiry }: MakeLinkParts,
  scope: LinkScope,
  { role, label, expiresAt }: NewRoleLink,
  by: { role: Role; person: string | null; note: Noter },
): Promise<{ link: LinkRecord; secret: string }> {
  if (role === 'organiser' && scope.is !== 'event') {
    throw new ProblemError(
      400,
      'invalid-role',
      'Organisers are of a whole event; here a link makes a reader, editor or moderator.',
    )
  }
  requireNoMoreThan(by.role, role)
  const createdAt = now()
  const deadline = expiresAt === undefined ? null : Date.parse(expiresAt)
  if (deadline !== null && deadline <= createdAt) {
    throw new ProblemError(400, 'invalid-request', 'A link expires in the future; "expiresAt" has passed already.')
  }
  const secret = newSecret()
  const made = { scope, role, label: label?.trim() || null, createdAt, createdBy: by.person, expiresAt: deadline }
  const id = await roles.addLink({ ...made, secretHash: hashOf(secret) }, (id) =>
    by.note('link-made', inWords({ ...made, id })),
  )
  if (deadline !== null) await watchExpiry()
  return { link: { ...made, id, revokedAt: null }, secret }
}

function inWords({ id, role, scope, label }: Pick<LinkRecord, 'id' | 'role' | 'scope' | 'label'>): string {
  const track = scope.is === 'track' ? ` for ${scope.track}` : ''
  return `Link ${id}: ${role}${track}${label === null ? '' : `, “${label}”`}`
}
