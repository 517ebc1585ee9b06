/**
 * Schedules that still break a promise, with what is known of the cause (docs/decisions/0010-what-the-simulation-permits.md). A seed stays here until its fault
 * is mended; the tests ask that it still fails, so that nobody forgets it afterwards.
 */
export const KNOWN_FAULTS: ReadonlyMap<number, string> = new Map([])
