import type { Person } from '@forumpad/api'
import { beforeEach, expect, it } from 'vitest'
import { createIdentityCookie } from './identity-cookie.ts'
import { createPeople, type People } from './people.ts'

const cookie = createIdentityCookie('a key of this server')
const asSentBack = (setCookie: string) => setCookie.split(';')[0]

let kept: Map<string, Person>
let people: People
beforeEach(() => {
  kept = new Map()
  const store = {
    find: async (id: string) => kept.get(id),
    add: async (person: Person) => void (kept.has(person.id) || kept.set(person.id, person)),
    save: async (person: Person) => void kept.set(person.id, person),
  }
  people = createPeople(store, cookie, () => 0)
})

it('greets a visitor with a name and keeps nothing until they write', async () => {
  const visitor = people.greet()
  expect(visitor.name).toMatch(/^Guest [A-Z][a-z]+$/)
  expect(kept.size).toBe(0)
  const again = await people.recognise(asSentBack(cookie.write(visitor.id, false)))
  expect(again).toEqual(visitor)
  await people.remember(visitor)
  expect([...kept.values()]).toEqual([visitor])
})

it('knows people under the name that they took', async () => {
  const visitor = people.greet()
  await people.change({ ...visitor, name: 'Ada' })
  await people.remember(visitor)
  const header = `theme=dark; ${asSentBack(cookie.write(visitor.id, false))}`
  expect(await people.recognise(header)).toEqual({ ...visitor, name: 'Ada' })
})

it('believes nobody who signs for themselves', async () => {
  const visitor = people.greet()
  const forged = createIdentityCookie('another key').write(visitor.id, false)
  expect(await people.recognise(asSentBack(forged))).toBeUndefined()
  expect(await people.recognise(`forumpad_person=${visitor.id}`)).toBeUndefined()
  expect(await people.recognise('forumpad_person=%')).toBeUndefined()
  expect(await people.recognise(undefined)).toBeUndefined()
})

it('keeps the cookie from scripts and other sites, and on https from the open wire', () => {
  expect(cookie.write('p1', true)).toMatch(/; HttpOnly; Secure; SameSite=Lax/)
  expect(cookie.write('p1', false)).not.toContain('Secure')
})
