import { CLOSE } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import type { Say } from '../languages/words.ts'

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
export function badgeWords(badge: Badge, time: (at: number) => string, say: Say): { short: string; full: string } {
  switch (badge.is) {
    case 'reading':
      return {
        short: say('Reading'),
        full: say('This is the text as the server sent it. Writing starts in a moment.'),
      }
    case 'connecting':
      return {
        short: say('Connecting'),
        full:
          badge.changes === 0
            ? say('Connecting to the server.')
            : say(
                '{count, plural, one {Connecting. # change is not saved yet.} other {Connecting. # changes are not saved yet.}}',
                {
                  count: badge.changes,
                },
              ),
      }
    case 'saving':
      return {
        short: say('Saving'),
        full: say(
          '{count, plural, one {# change is on the way to the server.} other {# changes are on the way to the server.}}',
          {
            count: badge.changes,
          },
        ),
      }
    case 'saved':
      return {
        short: say('Saved'),
        full:
          badge.at === null
            ? say('All text is on the server’s disk.')
            : say('All text is on the server’s disk. Your last change: {time}.', { time: time(badge.at) }),
      }
    case 'offline':
      return { short: offlineShort(badge, say), full: offlineFull(badge, say) }
    case 'not-saved':
      return {
        short: say('Not saved'),
        full: say('The server cannot write to its disk since {time}. Keep this page open: it goes on trying.', {
          time: time(badge.since),
        }),
      }
    case 'frozen': {
      const frozen =
        badge.since === null
          ? say('This pad is frozen. Ask the moderator to reopen it.')
          : say('This pad is frozen since {time}. Ask the moderator to reopen it.', { time: time(badge.since) })
      return { short: say('Frozen'), full: withUnsaved(frozen, badge.changes, say) }
    }
    case 'read-only': {
      const reading = say('You may read this pad, not write in it. Ask the moderator for a link that lets you write.')
      return { short: say('Reading only'), full: withUnsaved(reading, badge.changes, say) }
    }
    case 'refused':
      return { short: say('Not taken'), full: say(badge.why) }
    case 'outdated':
      return { short: say('Reading only'), full: say('This page is older than the server. Reload to write.') }
    default:
      return badge satisfies never
  }
}

/** Why the server closed the door, and what can be done; to be said. */
export function refusedWords(code: number): string {
  switch (code) {
    case CLOSE.notSignedIn:
      return sentence('The server does not know who you are any more. Load the page again.')
    case CLOSE.notAllowed:
      return sentence('You may not write in this pad.')
    case CLOSE.noSuchPad:
      return sentence('This pad does not exist any more.')
    case CLOSE.tooLarge:
      return sentence('The last change was too large for this pad.')
    case CLOSE.clientTooOld:
      return sentence('This page is older than the pad. Reload to write.')
    default:
      return sentence('The server could not read the last change.')
  }
}

function withUnsaved(words: string, count: number, say: Say): string {
  if (count === 0) return words
  const unsaved = say(
    '{count, plural, one {# change is not on the server’s disk yet.} other {# changes are not on the server’s disk yet.}}',
    { count },
  )
  return `${words} ${unsaved}`
}

function offlineShort({ changes: count, copy }: { changes: number; copy: LocalCopyState }, say: Say): string {
  if (count === 0) return say('Offline')
  return copy === 'kept'
    ? say('{count, plural, one {Offline. # change kept} other {Offline. # changes kept}}', { count })
    : say('Offline. Not kept')
}

function offlineFull({ changes: count, copy }: { changes: number; copy: LocalCopyState }, say: Say): string {
  if (copy !== 'kept') {
    return count === 0
      ? say('Offline. This browser cannot keep a copy on this device.')
      : say(
          '{count, plural, one {Offline. This browser cannot keep a copy on this device: # change is only on this page. Keep it open.} other {Offline. This browser cannot keep a copy on this device: # changes are only on this page. Keep it open.}}',
          { count },
        )
  }
  return count === 0
    ? say('Offline. You can go on writing: it is kept on this device.')
    : say(
        '{count, plural, one {Offline. # change is kept on this device.} other {Offline. # changes are kept on this device.}}',
        { count },
      )
}
