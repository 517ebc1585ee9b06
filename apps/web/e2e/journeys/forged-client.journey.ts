import { CLOSE, MESSAGE } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import type { Page } from '@playwright/test'
import * as encoding from 'lib0/encoding'
import WebSocket from 'ws'
import { writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { authorsOf } from '../harness/authors.ts'
import { expect, test } from '../harness/journey.ts'
import { joinPad, type StockClient, syncAddress } from '../harness/stock-client.ts'
import { syncLineOf } from '../harness/sync-line.ts'
import { expectSameText, expectText } from '../harness/visitor.ts'

const FORGED = 'Ada never wrote this'

const nameOf = (pad: string) => new URL(pad).pathname.replace('/p/', '')

const personOf = async ({ page }: { page: Page }) =>
  page.evaluate(async () => (await (await fetch('/api/v1/me')).json()) as { id: string; name: string })

test('a hand-made client cannot write, appear or announce itself under the id of somebody who is here', async ({
  pad,
  server,
  visitor,
}) => {
  const name = nameOf(pad)
  const ada = await visitor()
  const grace = await visitor()
  const line = await syncLineOf(ada.page)
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await ada.types(' by Ada')
  await expectText(grace, 'First line by Ada')
  const { id, name: adasName } = await personOf(ada)
  const witness = joinPad(server.url, name)
  await witness.synced()

  expect(await closedAfter(server.url, name, '', forgedUpdate(witness, line.client()))).toBe(CLOSE.notAllowed)

  const asAda = `?page=1&client=${line.client()}&schema=${SCHEMA_VERSION}&epoch=1`
  expect(await closedAfter(server.url, name, asAda)).toBe(CLOSE.notAllowed)

  // What somebody says of others is not relayed: a stock client repeats what it heard. So this one is merely not listened to.
  const mallory = await openSocket(server.url, name)
  mallory.send(forgedPresence(line.client()))
  await ada.types(' and Ada goes on')
  await expectText(grace, 'First line by Ada and Ada goes on')
  await expect.poll(() => witness.text()).toContain('and Ada goes on')
  const presence = witness.provider.awareness.getStates().get(line.client())
  expect(presence?.user).toMatchObject({ id, name: adasName })
  expect(JSON.stringify([...witness.provider.awareness.getStates().values()])).not.toContain('Mallory')
  mallory.close()

  await expect(ada.badge).toHaveText(/^Saved/)
  await expect(ada.handsBack).toHaveCount(0)
  expect(await expectSameText(ada, grace)).toBe('First line by Ada and Ada goes on\nSecond line\nLast line')
  expect(await server.textOf(name)).not.toContain(FORGED)
  const runs = await authorsOf(server.url, name)
  expect(runs.filter((run) => run.startsWith(id))).toEqual([`${id}:  by Ada and Ada goes on`])
  witness.leaves()
})

test('a page that is taken for a forger gives back its words and comes back under a new id', async ({
  ownServer,
  visitor,
}) => {
  await ownServer.makePad('forger', 'First line\nLast line')
  const ada = await visitor()
  const ids: number[] = []
  ada.page.on('websocket', (socket) => ids.push(Number(new URL(socket.url()).searchParams.get('client'))))
  await ada.opens(`${ownServer.url}/p/forger`)
  await ada.context.setOffline(true)
  await expect(ada.badge).toHaveText(/^Offline/, { timeout: 10_000 })

  // Nothing is written under her id yet. The server starts anew, and a stranger speaks for it first.
  await ownServer.kill()
  await ownServer.start()
  const [id] = ids
  const stranger = await openSocket(ownServer.url, 'forger', `?page=1&client=${id}&schema=${SCHEMA_VERSION}&epoch=1`)
  await ada.goesTo('Last line')
  await ada.types(' kept on the device')
  await ada.context.setOffline(false)
  await expect(ada.handsBack).toContainText('not taken', { timeout: 20_000 })
  await expect(ada.handsBack.getByRole('textbox', { name: 'Your words' })).toHaveValue('Last line kept on the device')
  await ada.handsBack.getByRole('button', { name: 'Load again without them' }).click()

  await ada.canWrite()
  expect(ids.at(-1)).not.toBe(id)
  expect(await ada.text()).toBe('First line\nLast line')
  await ada.goesTo('Last line')
  await ada.types(' under a new id')
  const grace = await visitor()
  await grace.opens(`${ownServer.url}/p/forger`)
  await expectText(grace, 'Last line under a new id')
  expect(await grace.text()).not.toContain('kept on the device')
  stranger.close()
})

/** An update that continues what client `client` wrote. */
function forgedUpdate(witness: StockClient, client: number): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(witness.doc))
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText(FORGED)])
  doc.getXmlFragment('default').push([line])
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync)
    writeUpdate(encoder, Y.encodeStateAsUpdate(doc, before))
  })
}

function forgedPresence(client: number): Uint8Array {
  const body = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, 1_000_000)
    encoding.writeVarString(encoder, JSON.stringify({ user: { id: 'mallory', name: 'Mallory', hue: 1 } }))
  })
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness)
    encoding.writeVarUint8Array(encoder, body)
  })
}

async function openSocket(url: string, pad: string, query = ''): Promise<WebSocket> {
  const socket = new WebSocket(`${syncAddress(url)}/${pad}${query}`)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}

/** Opens a socket, says something, and resolves with the code that the server closes it with. */
async function closedAfter(url: string, pad: string, query: string, message?: Uint8Array): Promise<number> {
  const socket = await openSocket(url, pad, query)
  const code = new Promise<number>((resolve) => socket.once('close', resolve))
  if (message) socket.send(message)
  return code
}
