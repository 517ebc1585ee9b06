import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** Any program with an unchanged y-websocket, as it stands in that package's manual. */
export interface StockClient {
  readonly doc: Y.Doc
  readonly provider: WebsocketProvider
  /** Resolves when the pad's text is here; rejects after ten seconds without it. */
  synced(): Promise<void>
  /** The text, one line of it per line. */
  text(): string
  /** Adds a line at the end. */
  addsLine(words: string): void
  /** Adds words to the end of the last line. */
  types(words: string): void
  leaves(): void
}

// Each provider listens for the end of the process; twenty in one process are no leak.
process.setMaxListeners(100)

export function joinPad(url: string, pad: string): StockClient {
  const doc = new Y.Doc()
  return clientOf(
    doc,
    new WebsocketProvider(syncAddress(url), pad, doc, {
      WebSocketPolyfill: NodeWebSocket,
      disableBc: true,
      maxBackoffTime: 300,
    }),
  )
}

/** `ws` as a browser's WebSocket: their types differ in what nobody here calls. */
export const NodeWebSocket = WebSocket as unknown as typeof globalThis.WebSocket

export function syncAddress(url: string): string {
  return `${url.replace('http', 'ws')}/sync`
}

export function clientOf(doc: Y.Doc, provider: WebsocketProvider): StockClient {
  const fragment = doc.getXmlFragment('default')
  return {
    doc,
    provider,
    synced: () =>
      new Promise((resolve, reject) => {
        if (provider.synced) return resolve()
        const late = setTimeout(() => reject(new Error('The pad did not come within ten seconds.')), 10_000)
        provider.once('sync', () => {
          clearTimeout(late)
          resolve()
        })
      }),
    text: () => fragment.toArray().map(wordsOf).join('\n'),
    addsLine(words) {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(words)])
      fragment.insert(fragment.length, [line])
    },
    types(words) {
      const line = fragment.get(fragment.length - 1)
      if (!(line instanceof Y.XmlElement)) throw new Error('The pad has no line to write in.')
      const last = line.get(line.length - 1)
      if (last instanceof Y.XmlText) last.insert(last.length, words)
      else line.insert(line.length, [new Y.XmlText(words)])
    },
    leaves() {
      provider.destroy()
      doc.destroy()
    },
  }
}

function wordsOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (node instanceof Y.XmlText) {
    return node
      .toDelta()
      .map((part: { insert?: unknown }) => (typeof part.insert === 'string' ? part.insert : ''))
      .join('')
  }
  return node instanceof Y.XmlElement ? node.toArray().map(wordsOf).join('') : ''
}
