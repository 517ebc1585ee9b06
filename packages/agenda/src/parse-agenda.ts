import type { Agenda } from './agenda.ts'

/**
 * Reads an agenda feed, whatever its format.
 *
 * @param text the whole feed
 * @param timeZone the event's IANA zone, for times that have none
 * @returns the sessions that could be read, and a sentence for each thing that could not; a text that is no agenda at all
 *   gives no sessions and one problem. Never throws on bad input.
 */
export declare function parseAgenda(text: string, timeZone: string): Agenda
