import { CLOSE, type Role } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PadRight } from './ports.ts'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

const READER = 'You may read this pad, not write in it. Ask the moderator for a link.'

let server: TestServer
let rights: Map<string, PadRight | Error>
let ada: TestClient

const comes = (name: string, right: PadRight | Error, page = true) => {
  rights.set(name, right)
  const answer = async () => {
    const now = rights.get(name) ?? 'none'
    if (now instanceof Error) throw now
    return now
  }
  // What they may do is found out when they come: nobody writes before that.
  const intro = { mayWrite: false, rightNow: answer }
  if (page) return server.joins(name, intro)
  return server.joins(name, { ...intro, page: false, client: undefined, schemaVersion: undefined, epoch: undefined })
}

const gets = async (name: string, right: PadRight | Error) => {
  rights.set(name, right)
  await server.pads.rightsChanged((pad) => pad === 'notes')
  await settled()
}

beforeEach(async () => {
  server = new TestServer()
  rights = new Map()
  ada = await comes('Ada', 'write')
  ada.types('before')
  await settled()
})
afterEach(() => server.end())

test('What somebody is in the pad, the others see, and at once when it changes', async () => {
  let role: Role = 'moderator'
  await server.joins('Grace', { role: () => role, rightNow: async () => 'write' })
  await server.clock.pass(100)
  const seen = () => [...ada.awareness.getStates().values()].find(({ user }) => user?.name === 'Grace')?.user.role
  expect(seen()).toBe('moderator')
  role = 'editor'
  await server.pads.rightsChanged((pad) => pad === 'notes')
  await server.clock.pass(100)
  expect(seen()).toBe('editor')
})

describe('Somebody who may only read', () => {
  test('hears so, reads what comes, and is refused when they write', async () => {
    const grace = await comes('Grace', 'read')
    expect(grace.status).toEqual({ is: 'reading' })
    ada.types(' and on')
    await settled()
    expect(grace.text).toBe('before and on')
    grace.types(' graffiti')
    await settled()
    expect(grace.closed).toEqual({ code: CLOSE.notAllowed, reason: READER })
    expect(await server.stored()).toBe('before and on')
  })

  test('is refused with a stock client as well', async () => {
    const stock = await comes('Stock', 'read', false)
    expect(stock.text).toBe('before')
    stock.types(' graffiti')
    await settled()
    expect(stock.closed?.code).toBe(CLOSE.notAllowed)
    expect(ada.text).toBe('before')
  })

  test('writes without coming anew once they may', async () => {
    const grace = await comes('Grace', 'read')
    await gets('Grace', 'write')
    expect(grace.status).toEqual({ is: 'saving-works' })
    grace.types(' by Grace')
    await settled()
    expect(ada.text).toBe('before by Grace')
  })

  test('is told of a freeze, which is the same for everybody', async () => {
    const grace = await comes('Grace', 'read')
    const since = await server.pads.freeze('notes')
    await settled()
    expect(grace.status).toEqual({ is: 'frozen', since })
    await server.pads.thaw('notes')
    await settled()
    expect(grace.status).toEqual({ is: 'reading' })
  })

  test('does not begin a text, but whoever may write from now on does', async () => {
    const fresh = new TestServer({ template: 'Goals' })
    let right: PadRight = 'read'
    const grace = await fresh.joins('Grace', { mayWrite: false, rightNow: async () => right })
    expect(await fresh.stored()).toBe('')
    right = 'write'
    await fresh.pads.rightsChanged(() => true)
    await settled()
    expect(grace.text).toBe('Goals')
    fresh.end()
  })
})

describe('A right that is taken away', () => {
  test('bites on the open connection: what was taken is stored, what comes later is refused', async () => {
    server.store.holdUp()
    ada.types(' taken')
    await settled()
    const accepted = ada.textMessagesSent
    await gets('Ada', 'read')
    expect(ada.status).toEqual({ is: 'reading' })
    ada.types(' too late')
    await settled()
    expect(ada.closed).toBeUndefined()
    server.store.letGo()
    await settled()
    expect(ada.saved?.count).toBe(accepted)
    expect(ada.closed).toEqual({ code: CLOSE.notAllowed, reason: READER })
    expect(await server.stored()).toBe('before taken')
  })

  test('changes nothing for somebody who only reads on, and nothing in other pads', async () => {
    rights.set('Ada', 'none')
    await server.pads.rightsChanged((pad) => pad === 'elsewhere')
    await server.pads.rightsChanged((_, person) => person === 'grace')
    await settled()
    expect(ada.closed).toBeUndefined()
    await gets('Ada', 'read')
    const grace = await comes('Grace', 'write')
    grace.types(' by Grace')
    await settled()
    expect(ada.text).toBe('before by Grace')
  })

  test('that of reading ends the connection, and nothing more is told', async () => {
    const grace = await comes('Grace', 'write')
    await gets('Ada', 'none')
    expect(ada.closed?.code).toBe(CLOSE.notAllowed)
    grace.types(' in private')
    await settled()
    expect(ada.text).toBe('before')
  })

  test('that of reading bites although nothing can be stored; only whose words were taken hear first what becomes of them', async () => {
    const [grace, stock] = [await comes('Grace', 'write'), await comes('Stock', 'write', false)]
    server.store.holdUp()
    ada.types(' taken')
    stock.types(' as well')
    await settled()
    const accepted = ada.textMessagesSent
    for (const name of ['Grace', 'Stock', 'Ada']) await gets(name, 'none')
    expect([grace, stock, ada].map(({ closed }) => closed?.code)).toEqual([
      CLOSE.notAllowed,
      CLOSE.notAllowed,
      undefined,
    ])
    server.store.letGo()
    await settled()
    expect(ada.saved?.count).toBe(accepted)
    expect(ada.closed?.code).toBe(CLOSE.notAllowed)
    expect(await server.stored()).toContain(' as well')
  })

  test('whoever waits while nothing can be stored hears of their own words, and of none that others typed since', async () => {
    const grace = await comes('Grace', 'write')
    server.store.fail(true)
    ada.types(' taken')
    await settled()
    const accepted = ada.textMessagesSent
    await gets('Ada', 'none')
    grace.types(' in private')
    await settled()
    server.store.fail(false)
    await server.clock.pass(10_000)
    expect(await server.stored()).toContain(' in private')
    expect(ada.saved?.count).toBe(accepted)
    expect(ada.closed?.code).toBe(CLOSE.notAllowed)
    expect(ada.text).not.toContain('in private')
  })

  test('bites although somebody was just about to come in', async () => {
    let answer: (right: PadRight) => void = () => {}
    const answers = [new Promise<PadRight>((resolve) => (answer = resolve)), Promise.resolve<PadRight>('read')]
    const coming = server.joins('Grace', { mayWrite: false, rightNow: async () => answers.shift() ?? 'none' })
    const changed = server.pads.rightsChanged(() => true)
    await settled()
    answer('write')
    await changed
    const grace = await coming
    await settled()
    grace.types(' too late')
    await settled()
    expect(grace.closed).toEqual({ code: CLOSE.notAllowed, reason: READER })
    expect(ada.text).toBe('before')
  })
})

test('Nobody comes in who may not read', async () => {
  const mallory = await comes('Mallory', 'none')
  expect(mallory.closed?.code).toBe(CLOSE.notAllowed)
  expect(mallory.text).toBe('')
  expect(mallory.heard.size).toBe(0)
})

test('While nobody can say what somebody may do, they are asked to come again', async () => {
  await gets('Ada', new Error('The disk is gone'))
  expect(ada.closed?.code).toBe(CLOSE.restart)
  expect(server.failures).toEqual(['opening a pad'])
})
