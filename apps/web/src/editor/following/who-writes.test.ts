import { afterEach, beforeEach, expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { type WhoWrites, watchWriting } from './who-writes.ts'

const page = new Y.Doc()
let awareness: Awareness
let writing: WhoWrites
let now = 0
const others: Awareness[] = []

beforeEach(() => {
  now = 1_000_000
  awareness = new Awareness(page)
  writing = watchWriting(page, awareness, () => now)
})
afterEach(() => {
  writing.stop()
  awareness.destroy()
  for (const other of others.splice(0)) other.doc.destroy()
})

/** Somebody is in the pad; what they type comes to the page. */
function comes(id: string) {
  const theirs = new Awareness(new Y.Doc())
  others.push(theirs)
  theirs.setLocalState({ user: { id, name: id, hue: 1 } })
  applyAwarenessUpdate(awareness, encodeAwarenessUpdate(theirs, [theirs.clientID]), null)
  return (words: string) => {
    theirs.doc.getText('words').insert(0, words)
    Y.applyUpdate(page, Y.encodeStateAsUpdate(theirs.doc), 'line')
  }
}

test('Somebody types for some seconds after their last letter', () => {
  const ada = comes('ada')
  expect(writing.isTyping('ada')).toBe(false)
  ada('a')
  expect(writing.isTyping('ada')).toBe(true)
  now += 2_900
  expect(writing.isTyping('ada')).toBe(true)
  now += 200
  expect(writing.isTyping('ada')).toBe(false)
})

test('The note taker is who wrote most of late, and the newest character is known', () => {
  const [ada, ben] = [comes('ada'), comes('ben')]
  expect(writing.noteTaker()).toBeNull()
  ada('a line of notes')
  ben('a line of notes')
  expect(writing.noteTaker()).toBe('ada')
  expect(writing.newest()).toEqual({ client: others[1]?.clientID, clock: 14 })
  ben(' and much more of them')
  expect(writing.noteTaker()).toBe('ben')
  now += 10 * 60_000
  ada('hm')
  expect(writing.noteTaker()).toBe('ada')
})

test('Whom nobody knows, and the page itself, take no notes', () => {
  page.getText('words').insert(0, 'mine')
  const stranger = new Y.Doc()
  stranger.getText('words').insert(0, 'words')
  Y.applyUpdate(page, Y.encodeStateAsUpdate(stranger), 'line')
  expect(writing.noteTaker()).toBeNull()
})
