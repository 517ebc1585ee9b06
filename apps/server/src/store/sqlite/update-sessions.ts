import { sql, type Transaction } from 'kysely'
import type { SessionRow } from './session-rows.ts'
import type { Tables } from './tables.ts'

/** Rows in one statement. */
const AT_ONCE = 500

export type SessionUpdate = Omit<SessionRow, 'event' | 'pad'>
/** The template counts as long as nobody has opened the pad. */
export type PadUpdate = { session: string; title: string; template: string }

/**
 * Sets what an agenda says of sessions, hundreds in a statement: one statement for each of ten thousand would hold up
 * whoever types for seconds.
 */
export async function updateSessions(
  transaction: Transaction<Tables>,
  sessions: readonly SessionUpdate[],
): Promise<void> {
  for (const some of inParts(sessions)) {
    await sql`
      UPDATE session SET
        title = now.value->>'title', description = now.value->>'description',
        starts_at = now.value->>'starts_at', ends_at = now.value->>'ends_at', sample_time = now.value->>'sample_time',
        room = now.value->>'room', track = now.value->>'track', type = now.value->>'type', people = now.value->>'people',
        url = now.value->>'url', state = now.value->>'state'
      FROM json_each(${JSON.stringify(some)}) AS now WHERE session.id = now.value->>'id'`.execute(transaction)
  }
}

export async function updatePads(transaction: Transaction<Tables>, pads: readonly PadUpdate[]): Promise<void> {
  for (const some of inParts(pads)) {
    await sql`
      UPDATE pad SET
        title = now.value->>'title',
        template = CASE WHEN head = 0 THEN now.value->>'template' ELSE template END
      FROM json_each(${JSON.stringify(some)}) AS now WHERE pad.session = now.value->>'session'`.execute(transaction)
  }
}

export function* inParts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += AT_ONCE) yield items.slice(at, at + AT_ONCE)
}
