import { SERVER_PERSON } from '@forumpad/api'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { tailUpdates } from './stored-tail.ts'

test('What the server mended goes out with what it mended, also from the log', () => {
  const doc = new Y.Doc()
  const rows: { person: string; bytes: Uint8Array }[] = []
  let person = 'ada'
  doc.on('update', (bytes: Uint8Array) => rows.push({ person, bytes }))
  const root = doc.getXmlFragment('default')
  root.push([new Y.XmlElement('paragraph')])
  root.push([new Y.XmlElement('heading')])
  person = SERVER_PERSON
  doc.transact(() => {
    root.delete(1, 1)
    root.push([new Y.XmlElement('paragraph')])
  })

  const reader = new Y.Doc()
  const seen: string[] = []
  reader.on('update', () => seen.push(reader.getXmlFragment('default').toString()))
  for (const update of tailUpdates(rows)) Y.applyUpdate(reader, update)
  expect(seen).toEqual(['<paragraph></paragraph>', '<paragraph></paragraph><paragraph></paragraph>'])
})
