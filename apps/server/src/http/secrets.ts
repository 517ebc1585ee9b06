import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A secret that is kept in the data folder, readable for the operator alone; made when there is none yet. */
export function keptSecret(dataDir: string, file: string): string {
  const path = join(dataDir, file)
  const made = randomBytes(24).toString('hex')
  try {
    // Two starts at once agree: only one of them makes the file.
    writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return made
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return readFileSync(path, 'utf8').trim()
  }
}

/** Compares without telling by its time how much was right. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
