import { CLOSE } from '@forumpad/api'

/** What the page can honestly say about the text. */
export type Badge =
  | { is: 'reading' }
  | { is: 'connecting'; changes: number }
  | { is: 'saving'; changes: number }
  | { is: 'saved'; at: number | null }
  | { is: 'offline'; changes: number; copy: LocalCopyState }
  | { is: 'not-saved'; since: number }
  /** `since` is null on a page that no script has reached yet, where the reader's time zone is not known. */
  | { is: 'frozen'; since: number | null; changes: number }
  /** This person may read the pad, not write in it. */
  | { is: 'read-only'; changes: number }
  | { is: 'refused'; why: string }
  | { is: 'outdated' }

/** Whether this device keeps a copy of what is typed. */
export type LocalCopyState = 'opening' | 'kept' | 'impossible'

/** The badge in short, for the bar, and in full, for whoever wants to know. `time` writes a moment in the reader's way. */
export function badgeWords(badge: Badge, time: (at: number) => string): { short: string; full: string } {
  switch (badge.is) {
    case 'reading':
      return { short: 'Reading', full: 'This is the text as the server sent it. Writing starts in a moment.' }
    case 'connecting':
      return badge.changes === 0
        ? { short: 'Connecting', full: 'Connecting to the server.' }
        : { short: 'Connecting', full: `Connecting. ${changes(badge.changes)} not saved yet.` }
    case 'saving':
      return { short: 'Saving', full: `${changes(badge.changes)} on the way to the server.` }
    case 'saved':
      return badge.at === null
        ? { short: 'Saved', full: 'All text is on the server’s disk.' }
        : { short: 'Saved', full: `All text is on the server’s disk. Your last change: ${time(badge.at)}.` }
    case 'offline':
      return { short: offlineShort(badge), full: offlineFull(badge) }
    case 'not-saved':
      return {
        short: 'Not saved',
        full: `The server cannot write to its disk since ${time(badge.since)}. Keep this page open: it goes on trying.`,
      }
    case 'frozen':
      return {
        short: 'Frozen',
        full: frozenFull(badge, time),
      }
    case 'read-only':
      return { short: 'Reading only', full: readOnlyFull(badge) }
    case 'refused':
      return { short: 'Not taken', full: badge.why }
    case 'outdated':
      return { short: 'Reading only', full: 'This page is older than the server. Reload to write.' }
    default:
      return badge satisfies never
  }
}

/** Why the server closed the door, and what can be done. */
export function refusedWords(code: number): string {
  switch (code) {
    case CLOSE.notSignedIn:
      return 'The server does not know who you are any more. Load the page again.'
    case CLOSE.notAllowed:
      return 'You may not write in this pad.'
    case CLOSE.noSuchPad:
      return 'This pad does not exist any more.'
    case CLOSE.tooLarge:
      return 'The last change was too large for this pad.'
    case CLOSE.clientTooOld:
      return 'This page is older than the pad. Reload to write.'
    default:
      return 'The server could not read the last change.'
  }
}

function frozenFull({ since, changes: count }: Badge & { is: 'frozen' }, time: (at: number) => string): string {
  const frozen = since === null ? 'This pad is frozen.' : `This pad is frozen since ${time(since)}.`
  const way = 'Ask the moderator to reopen it.'
  return count === 0 ? `${frozen} ${way}` : `${frozen} ${way} ${changes(count)} not on the server’s disk yet.`
}

function readOnlyFull({ changes: count }: { changes: number }): string {
  const sentence = 'You may read this pad, not write in it. Ask the moderator for a link that lets you write.'
  return count === 0 ? sentence : `${sentence} ${changes(count)} not on the server’s disk yet.`
}

function offlineShort({ changes: count, copy }: { changes: number; copy: LocalCopyState }): string {
  if (count === 0) return 'Offline'
  return copy === 'kept' ? `Offline. ${count === 1 ? '1 change' : `${count} changes`} kept` : `Offline. Not kept`
}

function offlineFull({ changes: count, copy }: { changes: number; copy: LocalCopyState }): string {
  if (copy !== 'kept') {
    return count === 0
      ? 'Offline. This browser cannot keep a copy on this device.'
      : `Offline. This browser cannot keep a copy on this device: ${changes(count)} only on this page. Keep it open.`
  }
  return count === 0
    ? 'Offline. You can go on writing: it is kept on this device.'
    : `Offline. ${changes(count)} kept on this device.`
}

function changes(count: number): string {
  return count === 1 ? '1 change is' : `${count} changes are`
}
