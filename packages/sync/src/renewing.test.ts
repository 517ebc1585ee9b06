import { CLOSE } from '@forumpad/api'
import { afterEach, expect, test } from 'vitest'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

let server: TestServer
afterEach(() => server.end())

/** Something that is done to what is stored, and takes until the test says so. */
function longWork() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    work: async () => {
      await ended
      server.store.inner.raiseEpoch('notes')
      return 'done'
    },
    end: () => end(),
  }
}

test('A pad that is renewed stores what was taken, and sends everybody away to load afresh', async () => {
  server = new TestServer()
  const ada = await server.joins('Ada')
  const stock = await server.joinsAsStock('Grace')
  server.store.holdUp()
  ada.types('Before. ')
  await settled()
  const { work, end } = longWork()
  const renewed = server.pads.renew('notes', work)
  await settled()
  expect(ada.closed).toBeUndefined()
  const sent = ada.textMessagesSent
  server.store.letGo()
  await settled()
  expect([ada.closed?.code, stock.closed?.code]).toEqual([CLOSE.clientTooOld, CLOSE.clientTooOld])
  expect(ada.saved?.count, 'what was taken was called saved before').toBe(sent)
  end()
  expect(await renewed).toBe('done')
  expect(await server.stored()).toBe('Before. ')
})

test('Whoever comes while a pad is renewed waits for it, and meets its new epoch', async () => {
  server = new TestServer({ template: 'Hello' })
  await server.joins('Ada')
  const { work, end } = longWork()
  const renewed = server.pads.renew('notes', work)
  const old = await server.joins('Grace', { epoch: 1 })
  const fresh = await server.joins('Eve', { epoch: 2 })
  expect([old.text, fresh.text, old.closed]).toEqual(['', '', undefined])
  end()
  await renewed
  await settled()
  expect(old.closed?.code).toBe(CLOSE.clientTooOld)
  expect(fresh.text).toBe('Hello')
  fresh.types('! ')
  await settled()
  expect(await server.stored()).toBe('Hello! ')
})

test('Whoever asks for the page of a pad that is renewed can wait until it is what it will be', async () => {
  server = new TestServer({ template: 'Hello' })
  await server.joins('Ada')
  const { work, end } = longWork()
  const seen: string[] = []
  const renewed = server.pads.renew('notes', work).then(() => seen.push('renewed'))
  const asked = server.pads.renewed('notes').then(() => seen.push('asked'))
  await server.pads.renewed('other')
  await settled()
  expect(seen).toEqual([])
  end()
  await Promise.all([renewed, asked])
  const failing = server.pads.renew('notes', () => Promise.reject(new Error('The disk is full')))
  await Promise.all([expect(failing).rejects.toThrow(), server.pads.renewed('notes')])
})

test('A pad is there again as it was when the work fails', async () => {
  server = new TestServer({ template: 'Hello' })
  await server.joins('Ada')
  const failing = server.pads.renew('notes', () => Promise.reject(new Error('The disk is full')))
  await expect(failing).rejects.toThrow('The disk is full')
  const grace = await server.joins('Grace')
  expect(grace.text).toBe('Hello')
})

test('Work on one pad waits for other work on it', async () => {
  server = new TestServer({ template: 'Hello' })
  const { work, end } = longWork()
  const order: string[] = []
  const first = server.pads.renew('notes', async () => {
    await work()
    order.push('first')
  })
  const second = server.pads.renew('notes', async () => void order.push('second'))
  await settled()
  end()
  await Promise.all([first, second])
  expect(order).toEqual(['first', 'second'])
})

test('A change of the server that comes meanwhile is made in the renewed pad', async () => {
  server = new TestServer({ template: 'Hello' })
  await server.joins('Ada')
  const { work, end } = longWork()
  const renewed = server.pads.renew('notes', work)
  const edited = server.pads.edit('notes', 'ada', (doc) => doc.getXmlFragment('default').delete(0, 1))
  await settled()
  expect(server.authors()).toHaveLength(1)
  end()
  await renewed
  await edited
  expect(server.authors()).toHaveLength(2)
})
