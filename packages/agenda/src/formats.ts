import { csv } from './csv/csv.ts'
import type { FeedFormat } from './feed-format.ts'
import { scheduleJson } from './frab/schedule-json.ts'
import { scheduleXml } from './frab/schedule-xml.ts'
import { iCalendar } from './icalendar/read-calendar.ts'
import { ietfAgenda } from './json-formats/ietf-agenda.ts'
import { indico } from './json-formats/indico.ts'
import { pretalx } from './json-formats/pretalx.ts'
import { scheduleV2 } from './json-formats/schedule-v2.ts'
import { summitApi } from './json-formats/summit-api.ts'

/** Every format that is read. The first that recognises a feed reads it. */
export const FORMATS: readonly FeedFormat[] = [
  iCalendar,
  scheduleXml,
  scheduleV2,
  scheduleJson,
  pretalx,
  indico,
  summitApi,
  ietfAgenda,
  csv,
]
