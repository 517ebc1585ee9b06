import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type SaidIn, saidIn } from './said-in.ts'

const SRC = fileURLToPath(new URL('../../apps/web/src/', import.meta.url))

/** What each file of the pages says. */
export function saidOnPages(): (SaidIn & { path: string })[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|(^|\/)testing\//.test(path))
    .sort()
    .map((path) => ({ path, ...saidIn(path, readFileSync(SRC + path, 'utf8')) }))
}
