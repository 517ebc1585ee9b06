import { SERVER_PERSON, typeKey } from '@forumpad/api'
import type { Transaction } from 'kysely'
import type { ArchivedEvent, PadToBe, People } from '../../archive/archive-store.ts'
import { keepFeed, packFeed } from './feed-rows.ts'
import { NOT_UNDOABLE, reportColumns } from './import-rows.ts'
import type { Database } from './open-database.ts'
import { sessionColumns } from './session-rows.ts'
import type { Tables } from './tables.ts'
import { inParts } from './update-sessions.ts'
import { writeArchivedPad } from './write-archived-pad.ts'

/** Writes an event that comes from an archive, inside a transaction that the caller ends. */
export async function writeArchive(
  writing: Transaction<Tables>,
  raw: Database['raw'],
  archived: ArchivedEvent,
  pads: AsyncIterable<PadToBe>,
  { people, at }: People,
): Promise<void> {
  const { event, sessions, questions, numbers } = archived
  await writing
    .insertInto('event')
    .values({
      slug: event.slug,
      title: event.title,
      time_zone: event.timeZone,
      source: null,
      created_at: archived.createdAt,
    })
    .execute()
  const sessionOfPad = new Map(sessions.map(({ session }) => [session.pad, session.id]))
  const writePad = writeArchivedPad(raw)
  for await (const pad of pads) {
    const { name } = pad.facts
    await writePad(pad, { session: sessionOfPad.get(name) ?? null, number: numbers.get(name) })
  }
  for (const some of inParts(sessions)) {
    const rows = some.map(({ session }) => ({
      ...sessionColumns(session),
      ...{ id: session.id, event: event.slug, pad: session.pad },
    }))
    await writing.insertInto('session').values(rows).execute()
  }
  const keys = sessions.flatMap(({ session, keys: of }) =>
    of.map((external) => ({ event: event.slug, kind: 'key' as const, external, session: session.id })),
  )
  for (const some of inParts(keys)) await writing.insertInto('session_alias').values(some).execute()
  for (const some of inParts(questions.map((each) => ({ event: event.slug, ...each }))))
    await writing.insertInto('session_question').values(some).execute()
  const templates = archived.templates ?? []
  for (const { type, markdown, changedAt } of templates)
    await writing
      .insertInto('event_template')
      .values({ event: event.slug, key: typeKey(type), type, markdown, changed_at: changedAt })
      .execute()
  if (archived.access !== null)
    await writing.insertInto('event_access').values({ event: event.slug, access: archived.access }).execute()
  if (archived.hoursAfterEnd !== null)
    await writing
      .insertInto('event_freezing')
      .values({ event: event.slug, hours_after_end: archived.hoursAfterEnd })
      .execute()
  await writeLastImport(writing, archived)
  for (const some of inParts(people.filter(({ id }) => id !== SERVER_PERSON))) {
    await writing
      .insertInto('person')
      .values(some.map(({ id, name, hue }) => ({ id, name, hue, created_at: at })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function writeLastImport(writing: Transaction<Tables>, { event, lastImport }: ArchivedEvent): Promise<void> {
  if (lastImport === null) return
  const { at, by, report, feed } = lastImport
  const { id } = await writing
    .insertInto('agenda_import')
    .values({ event: event.slug, at, by, source: null, ...reportColumns(report), before: NOT_UNDOABLE })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (feed) await keepFeed(writing, event.slug, id, await packFeed(feed))
}
