import { eventsOfSchedule } from '../frab/schedule-json.ts'
import { fieldsOf, listOf } from '../json/fields.ts'
import { readJson } from '../json/read-json.ts'
import { createProblemList } from '../problem-list.ts'
import type { Pieces } from './pieces.ts'
import { NOTES, type NotesOf } from './session-notes.ts'

/** A schedule.json (version 1) as it came, with one link more in each event that has a pad. Undefined if it is none. */
export function jsonWithNotes(text: string, notesOf: NotesOf): Pieces | undefined {
  const schedule = fieldsOf(readJson(text))
  return schedule && pieces(schedule, notesOf)
}

function* pieces(schedule: Readonly<Record<string, unknown>>, notesOf: NotesOf): Pieces {
  const linked = new Map<unknown, unknown>()
  let entry = 0
  for (const { fields } of eventsOfSchedule(schedule, createProblemList())) {
    const url = notesOf(entry)
    entry += 1
    if (url === undefined) continue
    const links = listOf(fields.links)
    if (links.some((link) => fieldsOf(link)?.url === url)) continue
    linked.set(fields, [...links, { url, title: NOTES, type: 'related' }])
    if (entry % 100 === 0) yield ''
  }
  yield JSON.stringify(schedule, (_, value: unknown) => {
    const links = linked.get(value)
    return links === undefined ? value : { ...(value as object), links }
  })
}
