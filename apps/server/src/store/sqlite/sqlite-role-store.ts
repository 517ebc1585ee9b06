import type { LinkScope, PadAccess } from '@forumpad/api'
import type { Kysely } from 'kysely'
import type { LinkRecord, LockScope, NewLinkRecord, PadPlace, RoleStore } from '../../rights/role-store.ts'
import { doAndNote } from './note-act.ts'
import type { Database } from './open-database.ts'
import type { RoleLinkTable } from './role-tables.ts'
import type { Tables } from './tables.ts'

const LINK = [
  'id',
  'event',
  'track',
  'pad',
  'role',
  'label',
  'created_at as createdAt',
  'created_by as createdBy',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
] as const

const SCOPE = ['role_link.event', 'role_link.track', 'role_link.pad'] as const

export function createSqliteRoleStore({ kysely }: Database): RoleStore {
  const links = () => kysely.selectFrom('role_link').select(LINK)
  return {
    placeOf: (pad) => placeOf(kysely, pad),
    async eventAccess(event) {
      const row = await kysely.selectFrom('event_access').select('access').where('event', '=', event).executeTakeFirst()
      return row?.access ?? null
    },
    setPadAccess: (pad, access, note) =>
      doAndNote(
        kysely,
        (transaction) => setPadAccess(transaction, pad, access),
        () => note,
      ),
    setEventAccess: (event, access, note) =>
      doAndNote(
        kysely,
        (transaction) => setEventAccess(transaction, event, access),
        () => note,
      ),
    async isEventLocked(event) {
      return (await kysely.selectFrom('event_lock').select('event').where('event', '=', event).execute()).length > 0
    },
    setLock: (scope, locked, note) =>
      doAndNote(
        kysely,
        (transaction) => setLock(transaction, scope, locked),
        () => note,
      ),
    padsIn: (scope) => padsIn(kysely, scope),

    addLink: (link, note) =>
      doAndNote(
        kysely,
        (transaction) => addLink(transaction, link),
        (id) => note?.(id),
      ),

    async linkWithSecret(secretHash) {
      const row = await links().where('secret_hash', '=', secretHash).executeTakeFirst()
      return row && linkOf(row)
    },

    async links(of) {
      const found = links().orderBy('id', 'desc')
      if ('pad' in of) return (await found.where('pad', '=', of.pad).execute()).map(linkOf)
      const rows = await found
        .where((is) =>
          is.or([
            is('event', '=', of.event),
            is('pad', 'in', is.selectFrom('session').select('session.pad').where('session.event', '=', of.event)),
          ]),
        )
        .execute()
      return rows.map(linkOf)
    },

    revoke: (id, at, note) =>
      doAndNote(
        kysely,
        (transaction) => revoke(transaction, id, at),
        (isNew) => (isNew ? note : null),
      ),

    async hold(link, person, at) {
      await kysely
        .insertInto('role_grant')
        .values({ link, person, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    async holders(link, most) {
      const ofLink = kysely.selectFrom('role_grant').where('link', '=', link)
      const last = await ofLink.select(['person', 'at']).orderBy('at', 'desc').orderBy('person').limit(most).execute()
      const { count } = await ofLink.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
      return { last, count }
    },

    async closedPads() {
      const rows = await kysely
        .selectFrom('pad')
        .leftJoin('session', 'session.pad', 'pad.name')
        .leftJoin('pad_access', 'pad_access.pad', 'pad.name')
        .leftJoin('event_access', 'event_access.event', 'session.event')
        .select('pad.name')
        .where(({ fn }) => fn.coalesce('pad_access.access', 'event_access.access'), '=', 'closed')
        .execute()
      return new Set(rows.map(({ name }) => name))
    },

    async grantsOf(person, at) {
      const rows = await kysely
        .selectFrom('role_grant')
        .innerJoin('role_link', 'role_link.id', 'role_grant.link')
        .select([...SCOPE, 'role_link.role'])
        .where('role_grant.person', '=', person)
        .where('role_link.revoked_at', 'is', null)
        .where((is) => is.or([is('role_link.expires_at', 'is', null), is('role_link.expires_at', '>', at)]))
        .execute()
      return rows.map((row) => ({ scope: scopeOf(row), role: row.role }))
    },

    async nextExpiry(after) {
      const { next } = await kysely
        .selectFrom('role_link')
        .select(({ fn }) => fn.min('expires_at').as('next'))
        .where('expires_at', '>', after)
        .where('revoked_at', 'is', null)
        .executeTakeFirstOrThrow()
      return next
    },

    async expiring(after, upTo) {
      const rows = await kysely
        .selectFrom('role_link')
        .select(SCOPE)
        .where('expires_at', '>', after)
        .where('expires_at', '<=', upTo)
        .where('revoked_at', 'is', null)
        .execute()
      return rows.map(scopeOf)
    },
  }
}

async function addLink(kysely: Kysely<Tables>, link: NewLinkRecord): Promise<number> {
  const { scope, secretHash, role, label, createdAt, createdBy, expiresAt } = link
  const { id } = await kysely
    .insertInto('role_link')
    .values({
      ...columnsOf(scope),
      ...{ role, label, secret_hash: secretHash },
      ...{ created_at: createdAt, created_by: createdBy, expires_at: expiresAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function revoke(kysely: Kysely<Tables>, id: number, at: number): Promise<boolean> {
  const { numUpdatedRows } = await kysely
    .updateTable('role_link')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

async function placeOf(kysely: Kysely<Tables>, pad: string): Promise<PadPlace | undefined> {
  const row = await kysely
    .selectFrom('pad')
    .leftJoin('session', 'session.pad', 'pad.name')
    .leftJoin('pad_access', 'pad_access.pad', 'pad.name')
    .leftJoin('event_access', 'event_access.event', 'session.event')
    .leftJoin('event_lock', 'event_lock.event', 'session.event')
    .leftJoin('pad_lock', 'pad_lock.pad', 'pad.name')
    .select([
      'pad.name as pad',
      'session.event',
      'session.track',
      'pad_access.access',
      'event_access.access as eventAccess',
      'event_lock.event as lockedEvent',
      'pad_lock.pad as lockedPad',
    ])
    .where('pad.name', '=', pad)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { lockedEvent, lockedPad, ...place } = row
  return { ...place, lock: lockedEvent !== null ? 'event' : lockedPad !== null ? 'pad' : null }
}

async function setLock(kysely: Kysely<Tables>, scope: LockScope, locked: boolean): Promise<void> {
  if (scope.is === 'event') {
    const { event } = scope
    if (!locked) await kysely.deleteFrom('event_lock').where('event', '=', event).execute()
    else
      await kysely
        .insertInto('event_lock')
        .values({ event })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    return
  }
  const { pad } = scope
  if (!locked) await kysely.deleteFrom('pad_lock').where('pad', '=', pad).execute()
  else
    await kysely
      .insertInto('pad_lock')
      .values({ pad })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

async function setPadAccess(kysely: Kysely<Tables>, pad: string, access: PadAccess | null): Promise<void> {
  if (access === null) {
    await kysely.deleteFrom('pad_access').where('pad', '=', pad).execute()
    return
  }
  await kysely
    .insertInto('pad_access')
    .values({ pad, access })
    .onConflict((conflict) => conflict.column('pad').doUpdateSet({ access }))
    .execute()
}

async function setEventAccess(kysely: Kysely<Tables>, event: string, access: PadAccess | null): Promise<void> {
  if (access === null) {
    await kysely.deleteFrom('event_access').where('event', '=', event).execute()
    return
  }
  await kysely
    .insertInto('event_access')
    .values({ event, access })
    .onConflict((conflict) => conflict.column('event').doUpdateSet({ access }))
    .execute()
}

async function padsIn(kysely: Kysely<Tables>, scope: LinkScope): Promise<string[]> {
  if (scope.is === 'pad') return [scope.pad]
  const ofEvent = kysely.selectFrom('session').select('pad').where('event', '=', scope.event)
  const rows = await (scope.is === 'event' ? ofEvent : ofEvent.where('track', '=', scope.track)).execute()
  return rows.map(({ pad }) => pad)
}

type ScopeColumns = Pick<RoleLinkTable, 'event' | 'track' | 'pad'>

function columnsOf(scope: LinkScope): ScopeColumns {
  switch (scope.is) {
    case 'pad':
      return { pad: scope.pad, event: null, track: null }
    case 'track':
      return { pad: null, event: scope.event, track: scope.track }
    case 'event':
      return { pad: null, event: scope.event, track: null }
  }
}

function scopeOf({ pad, event, track }: ScopeColumns): LinkScope {
  if (pad !== null) return { is: 'pad', pad }
  if (event === null) throw new Error('A role link is good for nothing: it has neither pad nor event')
  return track === null ? { is: 'event', event } : { is: 'track', event, track }
}

function linkOf({ event, track, pad, ...facts }: ScopeColumns & Omit<LinkRecord, 'scope'>): LinkRecord {
  return { ...facts, scope: scopeOf({ event, track, pad }) }
}
