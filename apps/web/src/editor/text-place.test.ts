// @vitest-environment happy-dom
import { documentToEditorHtml, line, lineExtensions, type PadDocument } from '@forumpad/pad-schema'
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { placeInHtml, positionInDocument, type TextPlace } from './text-place.ts'

const pad: PadDocument = {
  blocks: [
    line('heading', 'Goals', { level: 1 }),
    line('text', [
      { type: 'text', text: 'one', marks: {} },
      { type: 'hardBreak' },
      { type: 'text', text: 'two ', marks: {} },
      { type: 'text', text: 'three', marks: { bold: true } },
    ]),
    { type: 'rule' },
    line('task', 'ask the list', { checked: false }),
  ],
}

let editor: Editor | null = null

afterEach(() => editor?.destroy())

/** The server's HTML of a pad, and the editor of the same or of what became of it. */
function page(later: PadDocument = pad) {
  const text = document.createElement('div')
  text.innerHTML = documentToEditorHtml(pad)
  document.body.replaceChildren(text)
  const made = new Editor({ extensions: lineExtensions(), content: documentToEditorHtml(later), injectCSS: false })
  editor = made
  return {
    clickBefore(words: string): TextPlace | null {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(words) ?? -1
        if (at >= 0) return placeInHtml(text, node, at)
      }
      return null
    },
    wordsAfter(place: TextPlace | null) {
      if (place === null) return null
      const from = positionInDocument(made.state.doc, place)
      return made.state.doc.textBetween(from, made.state.doc.resolve(from).end(), '\n', '\n')
    },
  }
}

describe('a place that was clicked in the server’s text', () => {
  it.each([
    ['Goals', 'Goals'],
    ['als', 'als'],
    ['two', 'two three'],
    ['hree', 'hree'],
    ['the list', 'the list'],
  ])('before %j is the same place in the editor', (words, rest) => {
    const { clickBefore, wordsAfter } = page()
    expect(wordsAfter(clickBefore(words))).toBe(rest)
  })

  it('is found again when others wrote lines above it meanwhile', () => {
    const { clickBefore, wordsAfter } = page({ blocks: [line('text', 'new'), line('text', 'lines'), ...pad.blocks] })
    expect(wordsAfter(clickBefore('the list'))).toBe('the list')
  })

  it('stays inside the text when its line is gone', () => {
    const { clickBefore, wordsAfter } = page({ blocks: [line('text', 'short')] })
    expect(wordsAfter(clickBefore('the list'))).toBe('t')
  })

  it('is none outside the text', () => {
    const { clickBefore } = page()
    const text = document.body.firstElementChild
    expect(clickBefore('nowhere')).toBeNull()
    expect(text === null ? null : placeInHtml(text, document.body, 0)).toBeNull()
  })
})
