import type { AgendaSession } from '@forumpad/agenda'
import type { Transaction } from 'kysely'
import { cut, slugOf } from '../../agenda/pad-names.ts'
import type { Tables } from './tables.ts'
import { inParts } from './update-sessions.ts'

/** The longest address that is made of a title. */
const LONGEST = 48

type Occurrence = { id: string; session: AgendaSession }

/**
 * Says of sessions which series they are of. A series keeps its address when a feed changes its UID, as long as one of its occurrences is
 * recognised; a new one gets an address made of its title.
 */
export async function writeSeries(
  transaction: Transaction<Tables>,
  event: string,
  sessions: readonly Occurrence[],
): Promise<void> {
  const groups = new Map<string, Occurrence[]>()
  for (const each of sessions) {
    const { series } = each.session
    if (series === undefined) continue
    const group = groups.get(series)
    if (group) group.push(each)
    else groups.set(series, [each])
  }
  for (const [external, occurrences] of groups) {
    const ids = occurrences.map(({ id }) => id)
    const title = occurrences.at(-1)?.session.title ?? ''
    const series =
      (await knownAs(transaction, event, external)) ??
      (await ofOneOf(transaction, ids)) ??
      (await newAddress(transaction, event, title))
    await transaction
      .insertInto('series_alias')
      .values({ event, external, series })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const some of inParts(ids))
      await transaction
        .insertInto('session_series')
        .values(some.map((session) => ({ session, series })))
        .onConflict((conflict) => conflict.column('session').doUpdateSet({ series }))
        .execute()
  }
}

async function knownAs(transaction: Transaction<Tables>, event: string, external: string): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('series_alias')
    .select('series')
    .where('event', '=', event)
    .where('external', '=', external)
    .executeTakeFirst()
  return row?.series
}

async function ofOneOf(transaction: Transaction<Tables>, ids: readonly string[]): Promise<string | undefined> {
  for (const some of inParts(ids)) {
    const row = await transaction
      .selectFrom('session_series')
      .select('series')
      .where('session', 'in', some)
      .executeTakeFirst()
    if (row) return row.series
  }
  return undefined
}

async function newAddress(transaction: Transaction<Tables>, event: string, title: string): Promise<string> {
  const rows = await transaction.selectFrom('series_alias').select('series').where('event', '=', event).execute()
  const taken = new Set(rows.map(({ series }) => series))
  const name = cut(slugOf(title), LONGEST) || 'series'
  for (let number = 1; ; number += 1) {
    const address = number === 1 ? name : `${name}-${number}`
    if (!taken.has(address)) return address
  }
}
