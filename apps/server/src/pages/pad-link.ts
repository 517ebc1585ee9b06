import type { PadLink } from '@forumpad/api'
import type { PadRecord } from '../pads/pad-directory.ts'

export function linkTo({ name, title, changedAt }: PadRecord): PadLink {
  return { name, title, changedAt: changedAt === null ? null : new Date(changedAt).toISOString() }
}
