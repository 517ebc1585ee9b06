import type { Migration } from 'kysely'
import * as pads from './migrations/0001-pads.ts'

/** Every change of the tables, in order. A released migration never changes again; a new one goes at the end. */
export const migrations: Record<string, Migration> = {
  '0001-pads': pads,
}
