import type { AgendaChanges } from '@forumpad/agenda'
import type { AgendaBefore } from './agenda-store.ts'
import { feedNotes } from './feed-notes.ts'

/**
 * What of an import nobody should apply unseen, in sentences: a refusal, questions, a feed that looks like another one as a
 * whole, and sessions of the past that move. What is left is the daily business of an agenda.
 */
export function whatToLookAt(
  { changes, unclear, news }: AgendaChanges,
  { known }: AgendaBefore,
  now: number,
  refusal: string | undefined,
): string[] {
  const last = new Map(known.map((one) => [one.id, one.last]))
  const rewritten = changes.filter((change) => {
    if (change.is !== 'kept' || !change.kinds.includes('moved')) return false
    const before = last.get(change.id)
    const end = before?.end ?? before?.start ?? null
    return end !== null && Date.parse(end) < now
  }).length
  const wholeFeed = { ...news, rooms: [] }
  return [
    ...(refusal === undefined ? [] : [refusal]),
    ...feedNotes(wholeFeed, unclear.length),
    ...(rewritten === 0
      ? []
      : [rewritten === 1 ? '1 session of the past would move.' : `${rewritten} sessions of the past would move.`]),
  ]
}
