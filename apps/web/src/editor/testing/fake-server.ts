import { MESSAGE, type PadStatus, type Person } from '@forumpad/api'
import { ROOT } from '@forumpad/pad-schema'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { messageYjsSyncStep1, readSyncMessage, writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync'
import * as Y from 'yjs'

/** The far end of a page's socket, played by the test: it does nothing unless it is told to. */
export class FakeServer {
  readonly Socket: typeof WebSocket
  sockets = 0
  /** All words that came, also those that are under something deleted by now. */
  heardOf = ''
  private doc = new Y.Doc()
  private ben = new Awareness(new Y.Doc())
  private socket: FakeSocket | null = null

  constructor() {
    const takes = (socket: FakeSocket) => {
      this.socket = socket
      this.sockets++
    }
    const hears = (frame: Uint8Array) => this.hears(frame)
    class Socket extends FakeSocket {
      constructor(url: string) {
        super(url, hears)
        takes(this)
      }
    }
    this.Socket = Socket as unknown as typeof WebSocket
  }

  get url(): string {
    return this.last.url
  }

  opens() {
    this.last.readyState = FakeSocket.OPEN
    this.last.onopen?.()
  }

  /** Asks for what the page has and sends its own text, as every server does after opening. */
  sendsItsText(words: string) {
    if (this.doc.getXmlFragment(ROOT).length === 0) {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(words)])
      this.doc.getXmlFragment(ROOT).push([line])
    }
    this.sends(MESSAGE.sync, (encoder) => writeSyncStep1(encoder, this.doc))
    this.sends(MESSAGE.sync, (encoder) => writeSyncStep2(encoder, this.doc))
  }

  acknowledges(frames: number) {
    this.sends(MESSAGE.saved, (encoder) => {
      encoding.writeVarUint(encoder, frames)
      encoding.writeVarUint(encoder, 1)
    })
  }

  says(status: PadStatus) {
    this.sends(MESSAGE.status, (encoder) => encoding.writeVarString(encoder, JSON.stringify(status)))
  }

  beats() {
    this.sends(MESSAGE.heartbeat, () => {})
  }

  /** Always with the same clock, as a server does that sends a state again which has not changed. */
  shows(user: Person) {
    if (this.ben.getLocalState()?.user === undefined) this.ben.setLocalState({ user })
    const update = encodeAwarenessUpdate(this.ben, [this.ben.clientID])
    this.sends(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update))
  }

  hangsUp(code: number, reason = '') {
    this.last.readyState = FakeSocket.CLOSED
    this.last.onclose?.({ code, reason })
  }

  /** The words that came over the wire. */
  has(): string {
    return this.doc.getXmlFragment(ROOT).toString()
  }

  private hears(frame: Uint8Array) {
    const decoder = decoding.createDecoder(frame)
    if (decoding.readVarUint(decoder) !== MESSAGE.sync) return
    const text = decoding.clone(decoder)
    if (decoding.readVarUint(text) !== messageYjsSyncStep1) this.heardOf += wordsOf(decoding.readVarUint8Array(text))
    readSyncMessage(decoder, encoding.createEncoder(), this.doc, this)
  }

  private sends(type: number, write: (encoder: encoding.Encoder) => void) {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, type)
    write(encoder)
    this.last.onmessage?.({ data: encoding.toUint8Array(encoder).slice().buffer })
  }

  private get last(): FakeSocket {
    if (this.socket === null) throw new Error('The page has not asked for a socket yet.')
    return this.socket
  }
}

function wordsOf(update: Uint8Array): string {
  const { structs } = Y.decodeUpdate(update)
  return structs.map((item) => (item instanceof Y.Item ? item.content.getContent().join('') : '')).join('')
}

class FakeSocket {
  static readonly OPEN = 1
  static readonly CLOSED = 3
  readonly OPEN = 1
  readyState = 0
  bufferedAmount = 0
  binaryType = 'blob'
  onopen: (() => void) | null = null
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  readonly url: string
  private hears: (frame: Uint8Array) => void

  constructor(url: string, hears: (frame: Uint8Array) => void) {
    this.url = url
    this.hears = hears
  }

  send(frame: Uint8Array) {
    this.hears(frame)
  }

  close() {
    this.readyState = FakeSocket.CLOSED
  }
}
