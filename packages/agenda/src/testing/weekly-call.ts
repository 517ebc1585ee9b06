import { event } from './calendar.ts'

/** A call every Tuesday at 9 in Berlin, since the beginning of 2026. */
export const weekly = (lines: Record<string, string> = {}) =>
  event({
    UID: 'call',
    SUMMARY: 'Weekly call',
    DTSTART: '',
    'DTSTART;TZID=Europe/Berlin': '20260106T090000',
    'DTEND;TZID=Europe/Berlin': '20260106T100000',
    RRULE: 'FREQ=WEEKLY',
    ...lines,
  })
