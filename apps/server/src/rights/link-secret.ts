import { createHash, randomBytes } from 'node:crypto'

/** A new secret for a link: 144 bits that nobody guesses. */
export function newSecret(): string {
  return randomBytes(18).toString('base64url')
}

/** What is kept of a secret. It is random and long, so that a quick hash does. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}
