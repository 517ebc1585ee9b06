import type { Kysely } from 'kysely'
import type { ArchivedEvent, ArchiveStore, Taken } from '../../archive/archive-store.ts'
import { readArchivedPad, readVersionFiles } from './archived-pad-rows.ts'
import { lastImport, unpackFeed } from './feed-rows.ts'
import type { Database } from './open-database.ts'
import { sessionOf } from './session-rows.ts'
import { templatesOf } from './sqlite-template-store.ts'
import type { Tables } from './tables.ts'
import { inParts } from './update-sessions.ts'
import { writeArchive } from './write-archive.ts'

export function createSqliteArchiveStore({ kysely, raw }: Database): ArchiveStore {
  const inOneGo = <Result>(work: () => Result): Promise<Result> =>
    kysely.connection().execute(async () => raw.transaction(work).immediate())
  const padOf = readArchivedPad(raw)
  const filesOf = readVersionFiles(raw)

  return {
    readEvent: (slug) => kysely.transaction().execute((reading) => readEvent(reading, slug)),
    readPad: (name, revision) => inOneGo(() => padOf(name, revision)),
    versionFiles: (pad, number) => inOneGo(() => filesOf(pad, number)),
    taken: (event) => taken(kysely, event),
    write: (event, pads, people) =>
      kysely.transaction().execute(async (writing) => {
        const inTheWay = await taken(writing, event)
        if (inTheWay.event || inTheWay.pads.length > 0 || inTheWay.sessions) return inTheWay
        await writeArchive(writing, raw, event, pads, people)
        return undefined
      }),
  }
}

async function readEvent(reading: Kysely<Tables>, slug: string): Promise<ArchivedEvent | undefined> {
  const event = await reading.selectFrom('event').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!event) return undefined
  const sessions = await reading.selectFrom('session').selectAll().where('event', '=', slug).orderBy('id').execute()
  const aliases = await reading.selectFrom('session_alias').selectAll().where('event', '=', slug).execute()
  const keys = new Map<string, string[]>()
  for (const { session, external } of aliases) keys.set(session, [...(keys.get(session) ?? []), external])
  const access = await reading.selectFrom('event_access').select('access').where('event', '=', slug).executeTakeFirst()
  const freezing = await reading
    .selectFrom('event_freezing')
    .select('hours_after_end')
    .where('event', '=', slug)
    .executeTakeFirst()
  const questions = await reading
    .selectFrom('session_question')
    .select(['incoming', 'session'])
    .where('event', '=', slug)
    .orderBy('incoming')
    .orderBy('session')
    .execute()
  const numbers = await reading
    .selectFrom('pad')
    .innerJoin('session', 'session.pad', 'pad.name')
    .select(['pad.name', 'pad.id'])
    .where('session.event', '=', slug)
    .orderBy('pad.name')
    .execute()
  return {
    event: { slug, title: event.title, timeZone: event.time_zone },
    createdAt: event.created_at,
    access: access?.access ?? null,
    hoursAfterEnd: freezing?.hours_after_end ?? null,
    sessions: sessions.map((row) => ({
      session: sessionOf(row),
      keys: (keys.get(row.id) ?? []).sort(),
    })),
    questions,
    templates: await templatesOf(reading, slug),
    lastImport: await readLastImport(reading, slug),
    numbers: new Map(numbers.map(({ name, id }) => [name, id])),
  }
}

async function readLastImport(reading: Kysely<Tables>, event: string): Promise<ArchivedEvent['lastImport']> {
  const last = await lastImport(reading, event)
  if (last === undefined) return null
  const { at, by, report, changes } = await reading
    .selectFrom('agenda_import')
    .select(['at', 'by', 'report', 'changes'])
    .where('id', '=', last.id)
    .executeTakeFirstOrThrow()
  const feed = await reading.selectFrom('agenda_feed').select('packed').where('import', '=', last.id).executeTakeFirst()
  const kept = feed && (await unpackFeed(feed.packed))
  return {
    at,
    by,
    // Its number is this server's own.
    report: { notes: [], refusal: null, ...JSON.parse(report), id: null, changes: JSON.parse(changes ?? '[]') },
    feed: kept ? { ...kept, entries: kept.entries.map(([entry, key]) => [entry, key]) } : null,
  }
}

async function taken(kysely: Kysely<Tables>, { event, sessions, numbers }: ArchivedEvent): Promise<Taken> {
  const known = await kysely.selectFrom('event').select('slug').where('slug', '=', event.slug).executeTakeFirst()
  const pads: string[] = []
  for (const names of inParts([...numbers.keys()])) {
    const rows = await kysely.selectFrom('pad').select('name').where('name', 'in', names).orderBy('name').execute()
    pads.push(...rows.map(({ name }) => name))
  }
  let ids = 0
  for (const some of inParts(sessions.map(({ session }) => session.id)))
    ids += (await kysely.selectFrom('session').select('id').where('id', 'in', some).execute()).length
  return { event: known !== undefined, pads, sessions: ids > 0 }
}
