import * as Y from 'yjs'
import { writeAwareness, writeCatchUp, writeStateVector, writeUpdate } from '../protocol.ts'

/** The ids of those who wrote what is recorded. */
export const RECORDED = { ada: 101, grace: 102 } as const

/**
 * A short session of two people: typing, bold, a split, a join, an emoji, an undo, a deleted line. Gives the document at the end, and
 * every message that came of it. The same bytes each time.
 */
export function recordMessages(): { doc: Y.Doc; messages: Uint8Array[] } {
  const ada = personAt(RECORDED.ada)
  const grace = personAt(RECORDED.grace)
  const updates: Uint8Array[] = []
  ada.on('update', (update: Uint8Array) => updates.push(update))
  const meet = () => {
    Y.applyUpdate(grace, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(grace)))
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(grace, Y.encodeStateVector(ada)))
  }
  const lines = ada.getXmlFragment('default')
  const undo = new Y.UndoManager(lines, { captureTimeout: 0 })
  for (const words of ['Agenda', 'Hello wörld 😀 and all', 'Actions: none']) lines.push([line(words)])
  textAt(lines, 1).insert(5, ', dear')
  textAt(lines, 1).format(0, 5, { bold: {} })
  textAt(lines, 1).format(7, 4, { link: { href: 'https://example.org/' } })
  meet()
  textAt(grace.getXmlFragment('default'), 2).insert(8, ' 日本')
  lineAt(grace.getXmlFragment('default'), 0).setAttribute('kind', 'heading')
  meet()
  ada.transact(() => {
    const rest = textAt(lines, 2).toString().slice(8)
    textAt(lines, 2).delete(8, rest.length)
    lines.insert(3, [line(rest)])
  })
  lines.delete(0, 1)
  undo.undo()
  ada.transact(() => lineAt(lines, 0).push([new Y.XmlElement('hardBreak'), new Y.XmlText('more')]))
  meet()
  const messages = [
    ...updates.map(writeUpdate),
    writeCatchUp(Y.encodeStateAsUpdate(ada)),
    writeStateVector(Y.encodeStateVector(ada)),
    writeStateVector(new Uint8Array([0])),
    writeAwareness([{ client: RECORDED.ada, clock: 3, state: cursorOf(lines) }]),
    writeAwareness([{ client: RECORDED.grace, clock: 9, state: 'null' }]),
    new Uint8Array([3]),
  ]
  return { doc: ada, messages }
}

function personAt(client: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = client
  return doc
}

function line(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function lineAt(root: Y.XmlFragment, index: number): Y.XmlElement {
  const element = root.get(index)
  if (!(element instanceof Y.XmlElement)) throw new Error(`There is no line ${index}`)
  return element
}

function textAt(root: Y.XmlFragment, index: number): Y.XmlText {
  const text = lineAt(root, index).get(0)
  if (!(text instanceof Y.XmlText)) throw new Error(`Line ${index} has no text`)
  return text
}

function cursorOf(root: Y.XmlFragment): string {
  const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(textAt(root, 1), 3))
  return JSON.stringify({ user: { name: 'Ada' }, cursor: { anchor: at, head: at } })
}
