import type { FeedFormat } from './feed-format.ts'
import { scheduleJson } from './frab/schedule-json.ts'
import { scheduleXml } from './frab/schedule-xml.ts'
import { iCalendar } from './icalendar/read-calendar.ts'

/** Every format that is read. The first that recognises a feed reads it. */
export const FORMATS: readonly FeedFormat[] = [iCalendar, scheduleXml, scheduleJson]
