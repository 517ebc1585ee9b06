import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import fastifyCookie from '@fastify/cookie'
import { ProblemError } from './problem-error.ts'
import { sameSecret } from './secrets.ts'

const COOKIE = 'forumpad_organiser'

export type Organiser = {
  /** Whether a request comes from an organiser: a program with the key, or a browser that opened the organiser's link. */
  isOrganiser(headers: IncomingHttpHeaders): boolean
  /** Throws a 401 unless it does. */
  requireOrganiser(request: { headers: IncomingHttpHeaders }): Promise<void>
  /** The Set-Cookie header for a browser that brings the key; undefined if it is another key. */
  cookieFor(key: string, https: boolean): string | undefined
}

/** @param needed the least role that may do that */
export function organiserOnly(needed: 'moderator' | 'organiser' = 'organiser'): ProblemError {
  return new ProblemError(
    401,
    'organiser-only',
    needed === 'moderator'
      ? 'Only a moderator or an organiser may do that: open a link that makes you one, or send the header "Authorization: Bearer KEY" with the organiser key.'
      : 'Only an organiser may do that: open a link that makes you one, or send the header "Authorization: Bearer KEY" with the organiser key.',
  )
}

export function createOrganiser(key: string): Organiser {
  // The browser gets a proof of the key and not the key; another key makes the proof worthless.
  const proof = createHmac('sha256', key).update('organiser in a browser').digest('base64url')

  function isOrganiser({ authorization, cookie }: IncomingHttpHeaders): boolean {
    const bearer = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
    if (bearer !== undefined) return sameSecret(bearer, key)
    const shown = cookie === undefined ? undefined : fastifyCookie.parse(cookie)[COOKIE]
    return shown !== undefined && sameSecret(shown, proof)
  }

  return {
    isOrganiser,
    async requireOrganiser({ headers }) {
      if (!isOrganiser(headers)) throw organiserOnly()
    },
    cookieFor: (given, https) =>
      sameSecret(given, key)
        ? fastifyCookie.serialize(COOKIE, proof, {
            path: '/',
            httpOnly: true,
            sameSite: 'lax',
            secure: https,
            maxAge: 30 * 24 * 3600,
          })
        : undefined,
  }
}
