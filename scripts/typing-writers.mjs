import { parseArgs } from 'node:util'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { readSyncStep1, writeSyncStep1, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

// People who write in a pad until this process ends: each in a line of their own, with their cursor, some at the side of whoever writes in
// the middle. They say what an editor with y-websocket says, and apply nothing once they have begun. Others are only there.
// `--writers 50 --present 950 --url URL --pad PAD`
const { values } = parseArgs({
  options: {
    writers: { type: 'string', default: '50' },
    present: { type: 'string', default: '0' },
    url: { type: 'string' },
    pad: { type: 'string', default: 'long' },
  },
})
const EVERY_MS = 250
const SIGN_OF_LIFE_MS = 15_000
const NEAR = 10
const [SYNC, AWARENESS] = [0, 1]
const QUESTION = 0

const count = Number(values.writers)
await Promise.all(Array.from({ length: count }, (_, index) => begin(index)))
for (let index = 0; index < Number(values.present); index++) await attend(count + index)
process.stdout.write('writing\n')

async function begin(index) {
  const { doc, awareness, says } = await enter(index)
  const root = doc.getXmlFragment('default')
  doc.on('update', (update) => says(SYNC, (encoder) => writeUpdate(encoder, update)))
  const middle = Math.floor(root.length / 2)
  const place = index < NEAR ? middle + 2 + index : Math.floor((root.length * index) / count)
  const line = new Y.XmlElement('paragraph')
  const text = new Y.XmlText('I ')
  line.insert(0, [text])
  root.insert(place, [line])
  setInterval(() => {
    text.insert(text.length, text.length % 6 === 0 ? ' ' : 'a')
    const json = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length - 1))
    awareness.setLocalStateField('cursor', { anchor: json, head: json })
    appear(awareness, says)
  }, EVERY_MS)
}

async function attend(index) {
  const { awareness, says } = await enter(index)
  appear(awareness, says)
  setInterval(() => {
    awareness.setLocalState(awareness.getLocalState())
    appear(awareness, says)
  }, SIGN_OF_LIFE_MS)
}

function appear(awareness, says) {
  says(AWARENESS, (encoder) => {
    writeVarUint8Array(encoder, encodeAwarenessUpdate(awareness, [awareness.clientID]))
  })
}

/** Resolves when the text is there. */
async function enter(index) {
  const doc = new Y.Doc()
  const root = doc.getXmlFragment('default')
  const awareness = new Awareness(doc)
  awareness.setLocalState({ user: { name: `Guest ${index + 1}`, hue: index % 12 } })
  const socket = new WebSocket(`${values.url}/sync/${values.pad}`)
  const says = (kind, write) => {
    const encoder = createEncoder()
    writeVarUint(encoder, kind)
    write(encoder)
    socket.send(toUint8Array(encoder))
  }
  await new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', (code) => reject(new Error(`Somebody was closed with ${code}.`)))
    socket.on('open', () => says(SYNC, (encoder) => writeSyncStep1(encoder, doc)))
    socket.on('message', (bytes) => {
      const decoder = createDecoder(new Uint8Array(bytes))
      if (readVarUint(decoder) !== SYNC) return
      const kind = readVarUint(decoder)
      if (kind === QUESTION) says(SYNC, (encoder) => readSyncStep1(decoder, encoder, doc))
      // What is written in the lines of others changes nothing in one's own.
      if (kind === QUESTION || root.length > 0) return
      Y.applyUpdate(doc, readVarUint8Array(decoder), 'server')
      if (root.length > 0) resolve()
    })
  })
  return { doc, awareness, says }
}
