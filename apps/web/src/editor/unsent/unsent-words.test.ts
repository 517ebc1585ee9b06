import { ROOT } from '@forumpad/pad-schema'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { UnsentWords } from './unsent-words.ts'

const SERVER = 'server'

/** Somebody who writes, and counts their changes as the ledger does. */
function somebody() {
  const doc = new Y.Doc()
  const words = new UnsentWords(doc, (origin) => origin === SERVER)
  const root = doc.getXmlFragment(ROOT)
  let changes = 0
  let found: (readonly [client: number, saved: number])[] = []
  doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === SERVER) return
    changes += 1
    if (origin === 'copy') words.found(changes, new Map(found))
    else words.changed(changes)
  })
  return {
    doc,
    lines: () => words.lines(),
    writes(text: string) {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(text)])
      root.push([line])
    },
    typesInto(place: number, text: string) {
      const line = root.get(place)
      const inside = line instanceof Y.XmlElement ? line.get(0) : undefined
      if (inside instanceof Y.XmlText) inside.insert(inside.length, text)
    },
    deletes: (place: number) => root.delete(place, 1),
    hears: (from: { doc: Y.Doc }, origin = SERVER) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc), origin),
    /** The note about the copy names earlier visits that left words unsent. */
    finds(from: { doc: Y.Doc }, saved: number) {
      found = [[from.doc.clientID, saved]]
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(from.doc), 'copy')
    },
    reached: () => Y.getState(doc.store, doc.clientID),
    isSaved: (change = changes) => words.saved(change),
    isAskedBy: (server: { doc: Y.Doc }) => words.serverHas(Y.decodeStateVector(Y.encodeStateVector(server.doc))),
    changes: () => changes,
  }
}

describe('the words that the server may not have', () => {
  it('are those after what it has said to have', () => {
    const [ada, server] = [somebody(), somebody()]
    ada.writes('The server has this.')
    server.hears(ada)
    ada.writes('Not yet sent.')
    ada.isAskedBy(server)
    expect(ada.lines()).toEqual(['Not yet sent.'])
  })

  it('are none when everything is saved', () => {
    const ada = somebody()
    ada.writes('All sent.')
    ada.isSaved()
    expect(ada.lines()).toEqual([])
  })

  it('are those after the last change that is saved, however fast one types', () => {
    const ada = somebody()
    ada.writes('Saved.')
    const saved = ada.changes()
    ada.writes('Sent.')
    ada.writes('Just typed.')
    ada.isSaved(saved)
    expect(ada.lines()).toEqual(['Sent.', 'Just typed.'])
  })

  it('come with the line that they stand in', () => {
    const ada = somebody()
    ada.writes('Saved')
    ada.isSaved()
    ada.typesInto(0, ' and not saved')
    expect(ada.lines()).toEqual(['Saved and not saved'])
  })

  it('are not those of others', () => {
    const [ada, ben] = [somebody(), somebody()]
    ben.writes('From Ben.')
    ada.hears(ben)
    ada.writes('From Ada.')
    expect(ada.lines()).toEqual(['From Ada.'])
  })

  it('are those of an earlier visit too, which this device kept', () => {
    const [ada, earlier, server] = [somebody(), somebody(), somebody()]
    earlier.writes('Arrived.')
    server.hears(earlier)
    earlier.writes('Kept on this device.')
    ada.finds(earlier, 0)
    ada.isAskedBy(server)
    expect(ada.lines()).toEqual(['Kept on this device.'])
    ada.isSaved()
    expect(ada.lines()).toEqual([])
  })

  it('are known before the server is asked: all that the note does not call saved, and nothing of others', () => {
    const [ada, ben, earlier] = [somebody(), somebody(), somebody()]
    ben.writes('From Ben.')
    earlier.hears(ben)
    earlier.writes('Arrived.')
    const saved = earlier.reached()
    earlier.writes('Kept on this device.')
    ada.finds(earlier, saved)
    expect(ada.lines()).toEqual(['Kept on this device.'])
  })

  it('stay when somebody else deletes the line under them', () => {
    const [ada, ben] = [somebody(), somebody()]
    ben.writes('To be deleted')
    ada.hears(ben)
    ada.typesInto(0, ' but Ada')
    ada.typesInto(0, ' goes on')
    ben.deletes(0)
    ada.hears(ben)
    expect(ada.lines()).toEqual([' but Ada goes on'])
    ada.isSaved()
    expect(ada.lines()).toEqual([])
  })

  it('are gone when the writer deleted them', () => {
    const ada = somebody()
    ada.writes('Better not.')
    ada.deletes(0)
    expect(ada.lines()).toEqual([])
  })
})
