import { searchStoreContract } from '../../search/testing/search-store-contract.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteChatStore } from './sqlite-chat-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { createSqlitePersonStore } from './sqlite-person-store.ts'
import { createSqliteRoleStore } from './sqlite-role-store.ts'
import { createSqliteSearchStore } from './sqlite-search-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

const SESSIONS = [
  {
    pad: 'edge',
    title: 'Kubernetes at the Edge',
    room: 'Hynes 104',
    track: 'Forum',
    people: ['Grace Hopper'],
    day: 10,
  },
  { pad: 'opening', title: 'Opening', room: 'Ballroom', track: 'Keynotes', people: [], day: 11 },
]

searchStoreContract('SQLite', async () => {
  const { database, remove } = await temporaryDatabase()
  const { kysely } = database
  const pads = createSqlitePadDirectory(database)
  const chat = createSqliteChatStore(database)
  const roles = createSqliteRoleStore(database)
  await createSqliteAgendaStore(database).addEvent({ slug: 'boston', title: 'Boston', timeZone: 'UTC' }, null, 1)
  for (const { pad, title, room, track, people, day } of SESSIONS) {
    await pads.create({ name: pad, title, session: pad, template: null, createdAt: 1 })
    await kysely
      .insertInto('session')
      .values({
        ...{ id: pad, event: 'boston', title, track, room, pad, people: JSON.stringify(people), state: 'confirmed' },
        ...{ description: null, starts_at: Date.UTC(2017, 4, day, 14), ends_at: Date.UTC(2017, 4, day, 15) },
        ...{ sample_time: 0, url: null },
      })
      .execute()
  }
  await pads.create({ name: 'recipes', title: 'Größe and taste', session: null, template: null, createdAt: 1 })

  let said = 0
  return {
    search: createSqliteSearchStore(database),
    setPadAccess: roles.setPadAccess,
    setEventAccess: roles.setEventAccess,
    async says(pad, person, text) {
      said += 1
      return (await chat.add(pad, { at: said, person, text, key: `key-${said}` }))?.message.id ?? 0
    },
    async unsays(pad, message) {
      await chat.delete(pad, message, 'author')
    },
    async renames(session, title) {
      await kysely.updateTable('session').set({ title }).where('id', '=', session).execute()
      await kysely.updateTable('pad').set({ title }).where('session', '=', session).execute()
    },
    async wrote(pad, person) {
      await createSqlitePersonStore(database).save(person, 1)
      const clients = [{ client: 7, owner: { person: person.id, verified: true } }]
      const entries = [{ person: person.id, bytes: new Uint8Array([0, 0]) }]
      await createSqlitePadStore(database).append([{ pad, epoch: 1, onlyIfEmpty: false, entries, clients }], 1)
    },
    remove,
  }
})
