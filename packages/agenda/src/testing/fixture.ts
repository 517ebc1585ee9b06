import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One of the package's own small feeds, in `fixtures`. */
export function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8')
}
