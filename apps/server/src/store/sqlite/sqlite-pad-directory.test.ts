import { afterEach, beforeEach, expect, it } from 'vitest'
import type { PadDirectory } from '../../pads/pad-directory.ts'
import type { Database } from './open-database.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { temporaryDatabase } from './temporary-database.ts'

let database: Database
let remove: () => Promise<void>
let pads: PadDirectory
beforeEach(async () => {
  ;({ database, remove } = await temporaryDatabase())
  pads = createSqlitePadDirectory(database)
})
afterEach(() => remove())

const make = (name: string) =>
  pads.create({ name, title: `About ${name}`, session: null, template: '# Notes', createdAt: 1000 })

it('makes a pad once', async () => {
  expect(await make('edge')).toBe(true)
  expect(await make('edge')).toBe(false)
  expect(await pads.find('edge')).toEqual({
    name: 'edge',
    title: 'About edge',
    revision: 0,
    epoch: 1,
    session: null,
    template: '# Notes',
    words: 0,
    createdAt: 1000,
    changedAt: null,
    frozenAt: null,
    authorsShown: null,
  })
  expect(await pads.find('Edge')).toBeUndefined()
})

it('lists the pads that a person has written in, the last changed first; a seeded template is not writing', async () => {
  for (const name of ['edge', 'telecom', 'plenary']) await make(name)
  const store = createSqlitePadStore(database)
  const entry = { person: 'ada', bytes: new Uint8Array([0, 0]) }
  const share = (pad: string, person = 'ada', client = 1) => ({
    pad,
    epoch: 1,
    onlyIfEmpty: false,
    entries: [entry],
    clients: [{ client, owner: { person, verified: true } }],
  })
  await store.append([share('edge')], 2000)
  await store.append([share('telecom')], 3000)
  await store.append([{ ...share('plenary'), onlyIfEmpty: true }], 4000)
  await store.append([share('edge', 'grace', 2)], 5000)
  await pads.saveWords('telecom', 12)
  expect(await pads.recentOf('ada', 5)).toMatchObject([
    { name: 'edge', changedAt: 5000 },
    { name: 'telecom', changedAt: 3000, words: 12, revision: 1 },
  ])
  expect(await pads.recentOf('ada', 1)).toHaveLength(1)
  expect(await pads.recentOf('grace', 5)).toMatchObject([{ name: 'edge' }])
  expect(await pads.find('plenary')).toMatchObject({ revision: 1, changedAt: null })
  expect(await pads.findMany(['edge', 'nowhere'])).toMatchObject([{ name: 'edge' }])
  expect(await pads.findMany([])).toEqual([])
  expect((await pads.names()).sort()).toEqual(['edge', 'plenary', 'telecom'])
})

it('keeps how one pad shows who wrote what', async () => {
  for (const name of ['edge', 'telecom']) await make(name)
  await pads.showAuthors('edge', 'off')
  await pads.showAuthors('edge', 'text')
  expect(await pads.findMany(['edge', 'telecom'])).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'edge', authorsShown: 'text' }),
      expect.objectContaining({ name: 'telecom', authorsShown: null }),
    ]),
  )
})
