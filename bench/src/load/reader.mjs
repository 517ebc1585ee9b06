import { WebSocket } from 'ws'
import { DIALECTS } from './dialect.mjs'
import { catchUpMessage, readMessage, stateVectorMessage } from './messages.mjs'

const NOTHING = new Uint8Array([0])
const EMPTY_UPDATE = new Uint8Array([0, 0])

/** A socket in a pad that asks for the text and then only counts: it applies nothing, so that the server is what is measured. */
export class Reader {
  bytes = 0
  frames = 0
  /** Hears every message after the text; set by whoever measures. */
  onMessage = () => {}
  #socket
  #openedAt

  /** @param stateVector what the reader says that it has; nothing by default */
  constructor(server, pad, { stateVector = NOTHING, onText = () => {} } = {}) {
    const dialect = DIALECTS[server.kind.dialect]
    this.#socket = new WebSocket(dialect.address(server.url, pad), { perMessageDeflate: false })
    this.#socket.binaryType = 'nodebuffer'
    this.#socket.on('error', () => {})
    this.#socket.on('open', () => {
      this.#openedAt = performance.now()
      for (const message of dialect.greeting(pad)) this.#socket.send(message)
      this.#socket.send(dialect.wrap(pad, stateVectorMessage(stateVector)))
      this.#socket.send(dialect.wrap(pad, catchUpMessage(EMPTY_UPDATE)))
    })
    /** Resolves with the milliseconds from the open socket to the text. */
    this.synced = new Promise((resolve, reject) => {
      this.#socket.on('close', (code) => reject(new Error(`A reader was closed with ${code}.`)))
      let isSynced = false
      this.#socket.on('message', (bytes) => {
        this.bytes += bytes.length
        this.frames += 1
        if (isSynced) return this.onMessage(bytes)
        const { is, body } = readMessage(dialect.unwrap(bytes))
        if (is === 'catch-up' || is === 'update') onText(body)
        if (is !== 'catch-up') return
        isSynced = true
        resolve(performance.now() - this.#openedAt)
      })
    })
    this.synced.catch(() => {})
    this.closed = new Promise((resolve) => this.#socket.once('close', resolve))
  }

  stopReading() {
    this.#socket.pause()
  }

  readAgain() {
    this.#socket.resume()
  }

  leave() {
    this.#socket.terminate()
    return this.closed
  }
}
