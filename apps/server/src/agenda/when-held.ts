import type { AgendaStore } from './agenda-store.ts'

/** When the session whose notes a pad holds is held, and in which zone; undefined for a free-standing pad. */
export async function whenHeld(
  agenda: Pick<AgendaStore, 'sessionOfPad' | 'findEvent'>,
  pad: string,
): Promise<{ start: string | null; timeZone: string } | undefined> {
  const session = await agenda.sessionOfPad(pad)
  const event = session && (await agenda.findEvent(session.event))
  return session && event && { start: session.start, timeZone: event.timeZone }
}
