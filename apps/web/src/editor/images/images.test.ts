// @vitest-environment happy-dom

import { line, type PadDocument } from '@forumpad/pad-schema'
import { NodeSelection } from '@tiptap/pm/state'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { ENGLISH } from '../../languages/words.ts'
import { inWords, saidIn } from '../editing/said.ts'
import { NoteTaker } from '../testing/note-taker.ts'
import { selectedImage } from './selected-image.ts'

type Answer = { status: number; body: object }

/** The server, which answers when the test says so. */
let asked: { url: string; type: string; answer(answer: Answer): void; fail(): void }[]
beforeEach(() => {
  asked = []
  vi.stubGlobal(
    'fetch',
    (url: string, { headers }: { headers: Record<string, string> }) =>
      new Promise<Response>((answered, failed) => {
        asked.push({
          url,
          type: headers['content-type'] ?? '',
          answer: ({ status, body }) => answered(new Response(JSON.stringify(body), { status })),
          fail: () => failed(new TypeError('Failed to fetch')),
        })
      }),
  )
})
afterEach(() => vi.unstubAllGlobals())

const src = (letter: string) => `/p/edge/images/${letter.repeat(64)}.png`
const kept = (letter: string): Answer => ({ status: 201, body: { src: src(letter), width: 60, height: 40 } })
const NOT_ONE = { status: 415, body: { detail: 'That is no image that can be shown.' } }
const FULL = { status: 413, body: { detail: 'This pad keeps 50 MB of images already.' } }

const png = (name = 'image.png') => new File(['bytes'], name, { type: 'image/png' })

function ada(blocks: PadDocument['blocks'] = [line('text', 'first'), line('text', 'last')]) {
  return new NoteTaker({ blocks })
}

/** Pastes files, and words that came along. */
function pastes({ editor: { view } }: NoteTaker, files: File[], words = ''): void {
  const clipboardData = { files, items: [], types: [], getData: (type: string) => (type === 'text/plain' ? words : '') }
  const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData })
  view.dom.dispatchEvent(event)
}

const said = ({ editor }: { editor: Pick<NoteTaker['editor'], 'state'> }) => inWords(saidIn(editor.state), ENGLISH.say)

/** The server is asked for the image of that number, and answers. */
async function answers(number: number, answer: Answer) {
  await vi.waitFor(() => expect(asked).toHaveLength(number))
  asked[number - 1]?.answer(answer)
}

/** The text: images as the letter that stands in their address. */
const shown = ({ editor }: NoteTaker) =>
  editor.state.doc.children.map(({ type, attrs, textContent }) =>
    type.name === 'image' ? `<${String(attrs.src).at(-5)}>` : textContent,
  )

test('a pasted image stands below the line of the caret once the server keeps it, and the caret below it', async () => {
  const writer = ada().goesTo('first')
  pastes(writer, [png()])
  await vi.waitFor(() => expect(asked).toMatchObject([{ url: '/api/v1/pads/edge/images', type: 'image/png' }]))
  expect(said(writer)).toBe('Sending the image.')
  expect(shown(writer)).toEqual(['first', 'last'])
  await answers(1, kept('a'))
  await vi.waitFor(() => expect(said(writer)).toBe('The image is in the text.'))
  expect(writer.pad.blocks[1]).toEqual({ type: 'image', src: src('a'), alt: '', width: 60, height: 40 })
  writer.types('my ')
  expect(shown(writer)).toEqual(['first', '<a>', 'my last'])
})

test('several are sent one after the other, and stand in their order', async () => {
  const writer = ada().goesTo('first')
  pastes(writer, [png(), png(), png()])
  await answers(1, kept('a'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  expect(said(writer)).toBe('Sending image 2 of 3.')
  expect(shown(writer)).toEqual(['first', '<a>', 'last'])
  await answers(2, kept('b'))
  await answers(3, kept('c'))
  await vi.waitFor(() => expect(said(writer)).toBe('3 images are in the text.'))
  expect(shown(writer)).toEqual(['first', '<a>', '<b>', '<c>', 'last'])
})

test('who writes on meanwhile keeps the caret, and the image goes where it was wanted', async () => {
  const writer = ada().goesTo('first')
  pastes(writer, [png(), png()])
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  writer.types(' and')
  const before = new Y.XmlElement('paragraph')
  before.insert(0, [new Y.XmlText('by Grace')])
  writer.doc.transact(() => writer.doc.getXmlFragment('default').insert(0, [before]), 'net')
  await answers(1, kept('a'))
  await vi.waitFor(() => expect(asked).toHaveLength(2))
  writer.types(' more')
  await answers(2, kept('b'))
  await vi.waitFor(() => expect(said(writer)).toBe('2 images are in the text.'))
  writer.types(' words')
  expect(shown(writer)).toEqual(['by Grace', 'first and more words', '<a>', '<b>', 'last'])
})

test('where the line is gone, the image goes to the caret', async () => {
  const writer = ada().goesTo('first')
  pastes(writer, [png()])
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  writer.goesTo('last')
  writer.doc.transact(() => writer.doc.getXmlFragment('default').delete(0, 1), 'net')
  await answers(1, kept('a'))
  await vi.waitFor(() => expect(said(writer)).toBe('The image is in the text.'))
  expect(shown(writer)).toEqual(['last', '<a>', ''])
})

test('what is no image is named in the end, and the others are put in', async () => {
  const writer = ada().goesTo('first')
  pastes(writer, [new File(['%PDF'], 'notes.pdf', { type: 'application/pdf' }), png()])
  await answers(1, NOT_ONE)
  await answers(2, kept('a'))
  await vi.waitFor(() =>
    expect(said(writer)).toBe(
      '1 of 2 images are in the text. Not taken: notes.pdf. That is no image that can be shown.',
    ),
  )
  expect(asked[0]?.type).toBe('application/octet-stream')
  expect(shown(writer)).toEqual(['first', '<a>', 'last'])
})

test('without network a sentence says so, and nothing more is sent', async () => {
  const writer = ada()
  pastes(writer, [png(), png()])
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  asked[0]?.fail()
  await vi.waitFor(() => expect(said(writer)).toContain('The server cannot be reached'))
  expect(said(writer)).toContain('0 of 2 images are in the text.')
  expect(asked).toHaveLength(1)
  expect(shown(writer)).toEqual(['first', 'last'])
})

test('a refusal is told in the words of the server, and an answer that is no image of a pad is none', async () => {
  const writer = ada()
  pastes(writer, [png()])
  await answers(1, FULL)
  await vi.waitFor(() => expect(said(writer)).toBe(FULL.body.detail))
  pastes(writer, [png()])
  await answers(2, { status: 201, body: { src: 'https://example.org/track.png' } })
  await vi.waitFor(() => expect(said(writer)).toBe('The server did not take the image. Try again later.'))
  expect(shown(writer)).toEqual(['first', 'last'])
})

test('too many at once, and one that is too large, are not sent at all', async () => {
  const writer = ada()
  pastes(writer, Array.from({ length: 21 }, png))
  await vi.waitFor(() => expect(said(writer)).toContain('That is 21 images; at most 20'))
  const large = png()
  Object.defineProperty(large, 'size', { value: 10 * 1024 * 1024 + 1 })
  pastes(writer, [large])
  await vi.waitFor(() => expect(said(writer)).toContain('At most 10 MB'))
  expect(asked).toEqual([])
})

test('cells that bring their picture along stay cells; a file that brings its name along is a file', async () => {
  const writer = ada()
  pastes(writer, [png()], 'who\twhat\nAda\tnotes')
  expect(said(writer)).toBe('')
  pastes(writer, [png('chart.png')], 'chart.png')
  await vi.waitFor(() => expect(asked).toHaveLength(1))
})

test('a pad that takes no text takes no image that was on its way', async () => {
  const writer = ada()
  pastes(writer, [png()])
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  writer.editor.setEditable(false)
  await answers(1, kept('a'))
  await vi.waitFor(() => expect(said(writer)).toContain('takes no changes any more'))
  expect(shown(writer)).toEqual(['first', 'last'])
})

test('a selected image can be put in words where the pad can be written in', () => {
  const image = { type: 'image' as const, src: src('a'), alt: 'a chart', width: 60, height: 40 }
  const { editor } = ada([image, line('text')])
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, 0)))
  expect(selectedImage(editor)).toEqual({ pos: 0, src: image.src, alt: 'a chart' })
  editor.setEditable(false)
  expect(selectedImage(editor)).toBeNull()
})
