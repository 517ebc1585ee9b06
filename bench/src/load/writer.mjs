import { WebSocket } from 'ws'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as Y from 'yjs'
import { DIALECTS } from './dialect.mjs'
import { markFreeClientId } from './marks.mjs'
import { awarenessMessage, catchUpMessage, readMessage, stateVectorMessage, updateMessage } from './messages.mjs'

/** Somebody with a real document: says and applies what an editor with an unchanged y-websocket does. */
export class Writer {
  doc = new Y.Doc()
  openedAt = 0
  /** When text last came, before it was applied. */
  lastTextAt = 0
  #awareness
  #socket
  #dialect
  #address
  #pad
  #comesBack
  #hasLeft = false
  #line

  /** `comesBack`: it connects again when the server hangs up. */
  constructor(server, pad, { name = 'Ada', comesBack = false } = {}) {
    const dialect = DIALECTS[server.kind.dialect]
    this.doc.clientID = markFreeClientId()
    this.#awareness = new awarenessProtocol.Awareness(this.doc)
    this.#awareness.setLocalState({ user: { name, color: '#30bced' } })
    this.#dialect = dialect
    this.#address = dialect.address(server.url, pad)
    this.#pad = pad
    this.#comesBack = comesBack
    this.doc.on('update', (update, origin) => {
      if (origin !== this) this.#send(updateMessage(update))
    })
    this.synced = new Promise((resolve, reject) => this.#connect(resolve, reject))
    this.synced.catch(() => {})
    this.closed = new Promise((resolve) => this.#socket.once('close', resolve))
  }

  #connect(synced, failed) {
    this.#socket = new WebSocket(this.#address, { perMessageDeflate: false })
    this.#socket.on('error', () => {})
    this.#socket.on('open', () => {
      this.openedAt = performance.now()
      for (const message of this.#dialect.greeting(this.#pad)) this.#socket.send(message)
      this.#send(stateVectorMessage(Y.encodeStateVector(this.doc)))
    })
    this.#socket.on('close', (code) => {
      failed(new Error(`A writer was closed with ${code}.`))
      // As every y-websocket client does after its first pause.
      if (this.#comesBack && !this.#hasLeft) setTimeout(() => this.#connect(synced, failed), 100)
    })
    this.#socket.on('message', (bytes) => {
      const { is, body } = readMessage(this.#dialect.unwrap(bytes))
      if (is === 'question') this.#send(catchUpMessage(Y.encodeStateAsUpdate(this.doc, body)))
      else if (is === 'catch-up' || is === 'update') {
        this.lastTextAt = performance.now()
        Y.applyUpdate(this.doc, body, this)
      }
      if (is === 'catch-up') synced()
    })
  }

  #send(message) {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(this.#dialect.wrap(this.#pad, message))
  }

  /** Begins a line of its own, with this text. */
  beginLine(text = '') {
    const line = new Y.XmlElement('paragraph')
    this.#line = new Y.XmlText(text)
    line.insert(0, [this.#line])
    const fragment = this.doc.getXmlFragment('default')
    fragment.insert(fragment.length, [line])
    return this.#line
  }

  /** Adds words to the end of its line, and moves the cursor along. */
  type(words, { movesCursor = true } = {}) {
    this.#line.insert(this.#line.length, words)
    if (movesCursor) this.#moveCursor()
  }

  text() {
    return textOf(this.doc)
  }

  stopReading() {
    this.#socket.pause()
  }

  readAgain() {
    this.#socket.resume()
  }

  leave() {
    this.#hasLeft = true
    this.#awareness.destroy()
    this.#socket.terminate()
    return this.closed
  }

  #moveCursor() {
    // Before the last character: the place at the end of a line has one name, however long the line grows.
    const place = Y.createRelativePositionFromTypeIndex(this.#line, this.#line.length - 1)
    const json = Y.relativePositionToJSON(place)
    this.#awareness.setLocalStateField('cursor', { anchor: json, head: json })
    this.#send(awarenessMessage(awarenessProtocol.encodeAwarenessUpdate(this.#awareness, [this.doc.clientID])))
  }
}

/** All words of a document, without its lines. */
export function textOf(doc) {
  const words = (node) =>
    node instanceof Y.XmlText
      ? node
          .toDelta()
          .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
          .join('')
      : node.toArray().map(words).join('')
  return words(doc.getXmlFragment('default'))
}
