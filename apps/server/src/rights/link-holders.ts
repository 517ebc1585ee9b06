import { ProblemError } from '../http/problem-error.ts'
import type { RoleStore } from './role-store.ts'

/** More are not looked at. */
const MOST = 10_000

/** Somebody who opened a link, and when first: milliseconds since 1970. */
export type LinkHolder = { person: string; since: number }

/**
 * Who has opened a link that reaches a pad, one that was revoked too. What they wrote through it is what they wrote since: the log tells who
 * wrote, not by which of their links. Throws a `ProblemError` where no such link reaches the pad.
 */
export async function linkHolders(
  roles: Pick<RoleStore, 'placeOf' | 'links' | 'padsIn' | 'holders'>,
  pad: string,
  id: number,
): Promise<LinkHolder[]> {
  const place = await roles.placeOf(pad)
  const links = await roles.links(place?.event ? { event: place.event } : { pad })
  const link = links.find((each) => each.id === id)
  if (!link || !(await roles.padsIn(link.scope)).includes(pad))
    throw new ProblemError(
      404,
      'no-such-link',
      `No link ${id} reaches this pad. GET /api/v1/pads/PAD/links lists those that do.`,
    )
  const { last } = await roles.holders(id, MOST)
  return last.map(({ person, at }) => ({ person, since: at }))
}
