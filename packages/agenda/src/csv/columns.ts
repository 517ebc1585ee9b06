/** What a column of a table can mean. */
export type Column = (typeof COLUMNS)[number]

/**
 * Which column means what, said by hand: the heading of each, as it stands in the table, or its number, counted from 1; empty for what
 * the table does not have, whatever its headings say.
 */
export type ColumnChoice = Partial<Record<Column, string>>

export const COLUMNS = [
  'id',
  'title',
  'date',
  'start',
  'endDate',
  'end',
  'duration',
  'timeZone',
  'room',
  'track',
  'type',
  'people',
  'abstract',
  'description',
  'url',
  'state',
] as const

/** The headings that tools give to their columns, without case, spaces and marks; the first that a table has is taken. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  id: ['guid', 'uid', 'id', 'eventkey', 'sessionid', 'sessioncode', 'code', 'key', 'talkid', 'eventid'],
  title: [
    'title',
    'sessiontitle',
    'sessionname',
    'talktitle',
    'name',
    'eventname',
    'session',
    'topic',
    'subject',
    'summary',
    'event',
    'talk',
    'titel',
  ],
  date: ['date', 'startdate', 'sessiondate', 'datum', 'day', 'tag'],
  start: [
    'start',
    'starttime',
    'timestart',
    'eventstart',
    'startsat',
    'startdatetime',
    'begin',
    'begins',
    'from',
    'time',
    'beginn',
    'uhrzeit',
    'debut',
  ],
  endDate: ['enddate', 'dateend'],
  end: [
    'end',
    'endtime',
    'timeend',
    'eventend',
    'endsat',
    'enddatetime',
    'ends',
    'finish',
    'to',
    'until',
    'ende',
    'fin',
  ],
  duration: ['duration', 'length', 'minutes', 'durationminutes', 'dauer'],
  timeZone: ['timezone', 'tz', 'zone'],
  room: ['room', 'roomlocation', 'roomname', 'location', 'venue', 'hall', 'place', 'stage', 'raum', 'ort', 'salle'],
  track: ['track', 'scheduletrack', 'tracks', 'eventtype', 'category', 'categories', 'stream'],
  type: ['type', 'sessiontype', 'format', 'sessionformat', 'submissiontype', 'talktype', 'kind'],
  people: [
    'speakers',
    'speaker',
    'speakernames',
    'presenters',
    'presenter',
    'moderators',
    'moderator',
    'people',
    'persons',
    'chairs',
    'hosts',
    'host',
    'authors',
  ],
  abstract: ['abstract', 'subtitle', 'eventsubtitle'],
  description: ['description', 'details', 'eventdescription', 'sessiondescription', 'beschreibung'],
  url: ['url', 'sessionurl', 'eventurl', 'link', 'website', 'weblink'],
  state: ['status', 'state', 'active', 'cancelled', 'canceled'],
}

/** Which cell of a row means what, from the row with the headings and from what was chosen by hand. */
export function columnsOf(headings: readonly string[], choice: ColumnChoice): ReadonlyMap<Column, number> {
  const plain = headings.map(plainHeading)
  const columns = new Map<Column, number>()
  for (const column of COLUMNS) {
    const chosen = choice[column]
    const at = chosen === undefined ? firstOf(HEADINGS[column], plain) : placeOf(chosen, headings)
    if (at >= 0) columns.set(column, at)
  }
  return columns
}

/** A session needs a title and some time. */
export function suffices(columns: ReadonlyMap<Column, number>): boolean {
  return columns.has('title') && (columns.has('start') || columns.has('date'))
}

function firstOf(names: readonly string[], plain: readonly string[]): number {
  const name = names.find((one) => plain.includes(one))
  return name === undefined ? -1 : plain.indexOf(name)
}

function placeOf(chosen: string, headings: readonly string[]): number {
  if (chosen.trim() === '') return -1
  const at = headings.findIndex((heading) => heading.toLowerCase() === chosen.trim().toLowerCase())
  return at < 0 && /^\d{1,3}$/.test(chosen.trim()) && Number(chosen) <= headings.length ? Number(chosen) - 1 : at
}

/** `Schedule Track (Optional)` and `schedule_track` are the same. */
function plainHeading(heading: string): string {
  return heading
    .slice(0, 200)
    .toLowerCase()
    .replace(/\(.*?\)/g, '')
    .normalize('NFKD')
    .replace(/[^a-z]/g, '')
}
