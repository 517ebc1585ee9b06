import { ROOT } from '@forumpad/pad-schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { unsentWords } from './unsent-words.ts'

function pad() {
  const doc = new Y.Doc()
  const root = doc.getXmlFragment(ROOT)
  return {
    doc,
    writes(words: string) {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText(words)])
      root.push([line])
    },
    known: () => Y.decodeStateVector(Y.encodeStateVector(doc)),
  }
}

it('gives back the lines that the server does not have, and no others', () => {
  const ada = pad()
  ada.writes('The server has this.')
  const known = ada.known()
  ada.writes('Not yet sent.')
  expect(unsentWords(ada.doc, new Set([ada.doc.clientID]), known)).toBe('Not yet sent.')
})

it('gives nothing back when everything is known to the server', () => {
  const ada = pad()
  ada.writes('All sent.')
  expect(unsentWords(ada.doc, new Set([ada.doc.clientID]), ada.known())).toBe('')
})

it('leaves out the words of others', () => {
  const ada = pad()
  const ben = pad()
  ben.writes('From Ben.')
  Y.applyUpdate(ada.doc, Y.encodeStateAsUpdate(ben.doc))
  ada.writes('From Ada.')
  expect(unsentWords(ada.doc, new Set([ada.doc.clientID]), new Map())).toBe('From Ada.')
})
