import { fieldsOf, objectsOf, textOf } from '../json/fields.ts'
import { child, childText, readXml, type XmlElement } from '../xml/read-xml.ts'

/** What the c3voc's schemas for schedule.json (version 1) and schedule.xml ask for, as far as a description of them tells: each broken rule. */
export function brokenInScheduleJson(text: string): string[] {
  const schedule = fieldsOf(fieldsOf(JSON.parse(text))?.schedule)
  const conference = fieldsOf(schedule?.conference)
  const broken = [
    ...missing('schedule', schedule, ['version', 'conference']),
    ...missing('conference', conference, ['title', 'acronym', 'days']),
  ]
  const seen = new Set<string>()
  for (const day of objectsOf(conference?.days)) {
    broken.push(...missing('day', day, ['index', 'date', 'day_start', 'day_end', 'rooms']))
    for (const [room, events] of Object.entries(fieldsOf(day.rooms) ?? {})) {
      for (const event of objectsOf(events)) broken.push(...inEvent(event, room, seen))
    }
  }
  return broken
}

const REQUIRED = [
  ...['abstract', 'date', 'duration', 'guid', 'id', 'language', 'links', 'persons', 'room', 'slug', 'start'],
  ...['subtitle', 'title', 'track', 'type', 'url'],
]
const OPTIONAL = [
  ...['code', 'end', 'logo', 'description', 'recording_license', 'do_not_record', 'do_not_stream', 'feedback_url'],
  ...['origin_url', 'attachments'],
]

function inEvent(event: Readonly<Record<string, unknown>>, room: string, seen: Set<string>): string[] {
  const name = `event ${textOf(event.guid)}`
  const broken = missing(name, event, REQUIRED)
  const say = (is: boolean, what: string) => is || broken.push(`${name}: ${what}`)
  for (const key of Object.keys(event)) say([...REQUIRED, ...OPTIONAL].includes(key), `has ${key}`)
  for (const key of ['guid', 'id']) {
    say(!seen.has(`${key} ${event[key]}`), `${key} is not its own`)
    seen.add(`${key} ${event[key]}`)
  }
  say(Number.isInteger(event.id), 'id is no whole number')
  say(textOf(event.room) === room.trim(), 'stands under another room')
  say(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(textOf(event.date)), `date ${textOf(event.date)}`)
  say(/^\d{1,3}:\d\d$/.test(textOf(event.duration)), `duration ${textOf(event.duration)}`)
  say(/^\d\d:\d\d$/.test(textOf(event.start)), `start ${textOf(event.start)}`)
  for (const link of objectsOf(event.links)) {
    say(typeof link.url === 'string' && URL.canParse(link.url), 'a link leads nowhere')
    say(
      Object.keys(link).every((key) => ['url', 'title', 'type', 'service'].includes(key)),
      'a link has more',
    )
  }
  return broken
}

function missing(
  name: string,
  fields: Readonly<Record<string, unknown>> | undefined,
  keys: readonly string[],
): string[] {
  return keys.filter((key) => fields?.[key] === undefined).map((key) => `${name}: no ${key}`)
}

export function brokenInScheduleXml(text: string): string[] {
  const broken = notWellFormed(text)
  const seen = new Set<string>()
  const root = readXml(text, {
    entries: 'event',
    onEntry(event, around) {
      const name = `event ${event.attributes.guid ?? event.attributes.id}`
      if (around.map((one) => one.name).join() !== 'schedule,day,room') broken.push(`${name}: stands in no room`)
      for (const wanted of [
        'room',
        'title',
        'subtitle',
        'type',
        'date',
        'start',
        'duration',
        'abstract',
        'slug',
        'track',
      ]) {
        if (child(event, wanted) === undefined) broken.push(`${name}: no ${wanted}`)
      }
      for (const once of new Set(event.children.map((one) => one.name))) {
        if (event.children.filter((one) => one.name === once).length > 1) broken.push(`${name}: ${once} twice`)
      }
      if (!/^[1-9]\d*$/.test(event.attributes.id ?? '')) broken.push(`${name}: its id is no positive number`)
      if (!/^\d{1,2}:\d\d(:\d\d)?$/.test(childText(event, 'duration'))) broken.push(`${name}: duration`)
      if (!/^\d\d:\d\d(:\d\d)?$/.test(childText(event, 'start'))) broken.push(`${name}: start`)
      for (const id of [
        `guid ${event.attributes.guid}`,
        `id ${event.attributes.id}`,
        `slug ${childText(event, 'slug')}`,
      ]) {
        if (seen.has(id)) broken.push(`${name}: ${id} is not its own`)
        seen.add(id)
      }
      for (const link of child(event, 'links')?.children ?? []) {
        if (link.name !== 'link') broken.push(`${name}: ${link.name} among its links`)
      }
    },
    onProblem: (at, is) => broken.push(`${is} at ${at}`),
  })
  const conference = child(root, 'conference')
  for (const wanted of ['title', 'acronym']) if (!child(conference, wanted)) broken.push(`conference: no ${wanted}`)
  return broken
}

/** The addresses of each event's links, by its guid or id. */
export function linksInScheduleXml(text: string): Map<string, string[]> {
  const links = new Map<string, string[]>()
  const onEntry = (event: XmlElement) => {
    const all = (child(event, 'links')?.children ?? []).map(({ attributes }) => attributes.href ?? '')
    links.set(event.attributes.guid ?? event.attributes.id ?? '', all)
  }
  readXml(text, { entries: 'event', onEntry, onProblem: () => {} })
  return links
}

/** Tags that are not closed in their order, and signs that XML does not allow where they stand. */
export function notWellFormed(text: string): string[] {
  const open: string[] = []
  const broken: string[] = []
  const content = text.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>/g, '')
  let at = 0
  for (const { 0: tag, 1: end = '', 2: name = '', 3: attributes = '', 4: empty = '', index } of content.matchAll(TAG)) {
    if (/[<]|&(?![a-z]+;|#\d+;|#x[\da-f]+;)|\]\]>/i.test(content.slice(at, index))) broken.push(`text at ${at}`)
    if (!/^(\s+[\w:.-]+\s*=\s*("[^"<]*"|'[^'<]*'))*\s*$/.test(attributes)) broken.push(`attributes of ${tag}`)
    if (end !== '' && open.pop() !== name) broken.push(`${tag} closes nothing`)
    if (end === '' && empty === '') open.push(name)
    at = index + tag.length
  }
  return [...broken, ...open.map((name) => `${name} is not closed`)]
}

const TAG = /<(\/?)([A-Za-z_][\w:.-]*)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>/g
