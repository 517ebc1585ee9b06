import { afterEach, expect, test } from 'vitest'
import { createMemoryPadStore } from './testing/memory-pad-store.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer, TestStore } from './testing/test-server.ts'

let server: TestServer
afterEach(() => server.end())

test('A busy server stores what many pads wrote within a few milliseconds in one go', async () => {
  const pads = Array.from({ length: 40 }, (_, i) => `pad-${i}`)
  const disk = createMemoryPadStore(pads)
  server = new TestServer({ store: new TestStore(disk) })
  const people = await Promise.all(pads.map((pad) => server.joins('Ada', {}, pad)))
  const rounds = 10
  for (let round = 0; round < rounds; round++) {
    for (const person of people) {
      person.types('a')
      await settled()
    }
    await server.clock.pass(10)
  }
  expect(server.store.commits).toBeLessThan(rounds * pads.length * 0.2)
  for (const pad of pads) expect(disk.log(pad)).toHaveLength(rounds)
})

test('A quiet server stores each change at once', async () => {
  server = new TestServer()
  const ada = await server.joins('Ada')
  for (const word of ['one', 'two', 'three']) {
    ada.types(word)
    await settled()
    expect(await server.stored()).toBe(ada.text)
    await server.clock.pass(50)
  }
})
