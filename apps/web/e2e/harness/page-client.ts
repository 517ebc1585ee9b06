import { MESSAGE } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { countingWebSocket } from '../../src/editor/counting-web-socket.ts'
import * as ledgerOf from '../../src/editor/save-ledger.ts'
import { clientOf, NodeWebSocket, type StockClient, syncAddress } from './stock-client.ts'

/** A client that asks for the extra messages of our pages, and so knows what is saved. */
export interface PageClient extends StockClient {
  /** How many of its changes the server has called saved, counted from the first. */
  saved(): number
}

export async function joinPadAsPage(url: string, pad: string): Promise<PageClient> {
  const page = await (await fetch(`${url}/p/${pad}`)).text()
  const epoch = /"epoch":(\d+)/.exec(page)?.[1] ?? ''
  const doc = new Y.Doc()
  let ledger = ledgerOf.emptyLedger
  // Before the provider: a change must be counted when the frame that carries it is.
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin !== provider) ledger = ledgerOf.changed(ledger)
  })
  const provider = new WebsocketProvider(syncAddress(url), pad, doc, {
    params: { page: '1', client: String(doc.clientID), schema: String(SCHEMA_VERSION), epoch },
    WebSocketPolyfill: countingWebSocket(NodeWebSocket, (frame) => {
      ledger = ledgerOf.sent(ledger, frame)
    }),
    disableBc: true,
    maxBackoffTime: 300,
  })
  provider.on('status', ({ status }) => {
    if (status === 'connected') ledger = ledgerOf.opened(ledger)
  })
  provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
    ledger = ledgerOf.acknowledged(ledger, decoding.readVarUint(decoder))
  }
  for (const message of [MESSAGE.status, MESSAGE.notice, MESSAGE.heartbeat])
    provider.messageHandlers[message] = () => {}
  return { ...clientOf(doc, provider), saved: () => ledger.saved }
}
