import type { Migration } from 'kysely'
import * as pads from './migrations/0001-pads.ts'
import * as agenda from './migrations/0002-agenda.ts'
import * as authorship from './migrations/0003-authorship.ts'
import * as importHistory from './migrations/0004-import-history.ts'
import * as noChangedAtIndex from './migrations/0005-no-changed-at-index.ts'
import * as roles from './migrations/0007-roles.ts'
import * as chatAndRoom from './migrations/0008-chat-and-room.ts'
import * as images from './migrations/0009-images.ts'

/** Every change of the tables, in order. A released migration never changes again; a new one goes at the end. */
export const migrations: Record<string, Migration> = {
  '0001-pads': pads,
  '0002-agenda': agenda,
  '0003-authorship': authorship,
  '0004-import-history': importHistory,
  '0005-no-changed-at-index': noChangedAtIndex,
  '0007-roles': roles,
  '0008-chat-and-room': chatAndRoom,
  '0009-images': images,
}
