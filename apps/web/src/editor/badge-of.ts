import type { PadStatus } from '@forumpad/api'
import type { Badge, LocalCopyState } from './badge.ts'
import type { Line } from './line-watch.ts'

/** What the page knows of its tie to the pad. */
export type Tie = {
  refused: { why: string } | null
  connected: boolean
  status: PadStatus
  line: Line
  copy: { state: LocalCopyState }
  /** Changes that the server may not have. */
  changes: number
  savedAt: number | null
}

/** What the badge says: the worst that is true, since that is what somebody must know. */
export function badgeOf({ refused, connected, status, line, copy, changes, savedAt }: Tie): Badge {
  if (refused !== null) return { is: 'refused', why: refused.why }
  if (connected && status.is === 'saving-fails') return { is: 'not-saved', since: status.since }
  if (line.is === 'down') return { is: 'offline', changes, copy: copy.state }
  if (status.is === 'frozen') return { is: 'frozen', since: status.since, changes }
  if (status.is === 'reading') return { is: 'read-only', changes }
  if (line.is === 'connecting') return { is: 'connecting', changes }
  return changes > 0 ? { is: 'saving', changes } : { is: 'saved', at: savedAt }
}
