import { ROOT } from '@forumpad/pad-schema'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** Somebody with a stock y-websocket client and no cookie. */
export type StockClient = {
  provider: WebsocketProvider
  doc: Y.Doc
  /** Adds a line with this text. */
  writes(text: string): void
  lines(): string[]
  /** Resolves once the client sees a line with this text. */
  sees(text: string): Promise<void>
  leaves(): void
}

/** @param headers what the socket is opened with, for example the cookie of a browser */
export async function stockClient(
  url: string,
  pad: string,
  headers: Record<string, string> = {},
): Promise<StockClient> {
  const doc = new Y.Doc()
  class Socket extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers })
    }
  }
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, pad, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  await new Promise<void>((resolve) => provider.once('sync', () => resolve()))
  const fragment = doc.getXmlFragment(ROOT)
  const lines = () =>
    fragment
      .toArray()
      .map((line) => (line instanceof Y.XmlElement ? line.toArray() : []))
      .map((inlines) => inlines.map((inline) => (inline instanceof Y.XmlText ? inline.toJSON() : '')).join(''))
  return {
    provider,
    doc,
    lines,
    writes(text) {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(text)])
      fragment.push([line])
    },
    sees: (text) => untilChanged(doc, () => lines().includes(text)),
    leaves() {
      provider.destroy()
      doc.destroy()
    },
  }
}

function untilChanged(doc: Y.Doc, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
