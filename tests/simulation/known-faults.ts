/**
 * Schedules of `npm test` that break a promise in a way that docs/decisions/0014-what-the-simulation-permits.md does not permit and that is not mended yet.
 * The tests ask that they still do, so that a seed leaves this list with its fault.
 */
export const KNOWN_FAULTS: ReadonlyMap<number, string> = new Map()
