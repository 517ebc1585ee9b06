// @vitest-environment happy-dom
import { line, ROOT } from '@forumpad/pad-schema'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { showAuthors } from './authors-shown.ts'
import { AuthorDesk, drawnAgain } from './testing/author-desk.ts'

let desk: AuthorDesk
beforeEach(async () => {
  desk = new AuthorDesk({ blocks: [line('text', 'aaa bbb'), line('text', 'ccc')] })
  await drawnAgain()
})
afterEach(() => desk.leave())

test('who types a letter before the same letter of somebody else gets that one', async () => {
  desk.goesTo('aaa ').types('b ')
  await desk.serverSays()
  expect(desk.drawn).toEqual(['grace: aaa |ada: b |grace: bbb', 'grace: ccc'])
})

test('who deletes one of two equal letters deletes that one', async () => {
  desk.goesTo('aaa').types('a')
  const { state, view } = desk.editor
  view.dispatch(state.tr.delete(1, 2))
  await desk.serverSays()
  expect(desk.drawn[0]).toBe('grace: aa|ada: a|grace:  bbb')
})

test('what was typed so is taken back as ever, and a mark stays a mark', () => {
  desk.goesTo('aaa').types('a')
  desk.editor.commands.undo()
  expect(desk.editor.getText()).toBe('aaa bbb\n\nccc')
  desk.editor.chain().setTextSelection(2).toggleBold().run()
  desk.types('a')
  expect(desk.editor.getHTML()).toContain('a<strong>a</strong>aa bbb')
})

test('a letter typed behind bold ones, or behind a link, is for everybody what it is for its writer', () => {
  desk.editor.chain().setTextSelection({ from: 1, to: 4 }).toggleBold().run()
  desk.editor.chain().setTextSelection(4).toggleBold().run()
  desk.types('x')
  desk.editor.chain().setTextSelection({ from: 6, to: 9 }).setLink({ href: 'https://example.org/' }).run()
  desk.editor.commands.setTextSelection(9)
  const { state, view } = desk.editor
  view.dispatch(state.tr.insert(9, state.schema.text('y')))
  const text = desk.doc.getXmlFragment(ROOT).get(0)
  expect(String(text)).toBe(
    '<paragraph kind="text" level="0"><bold>aaa</bold>x <link href="https://example.org/">bbb</link>y</paragraph>',
  )
})

const edit = fc.record({ at: fc.nat(7), cut: fc.nat(2), put: fc.stringMatching(/^[ab ]{0,2}$/) })

test('whatever is typed and deleted where, every letter has the author that a list of letters has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
      const here = new AuthorDesk({ blocks: [line('text', 'ab ab ab'), line('text', 'ccc')] })
      await drawnAgain()
      const letters = [...'ab ab ab'].map((letter) => ({ letter, by: 'grace' }))
      for (const { at, cut, put } of edits) {
        const from = Math.min(at, letters.length)
        const to = Math.min(from + cut, letters.length)
        if (from === to && put === '') continue
        here.editor.view.dispatch(here.editor.state.tr.insertText(put, from + 1, to + 1))
        letters.splice(from, to - from, ...[...put].map((letter) => ({ letter, by: 'ada' })))
      }
      await here.serverSays()
      const expected: { by: string; words: string }[] = []
      for (const { letter, by } of letters) {
        const last = expected.at(-1)
        if (last?.by === by) last.words += letter
        else expected.push({ by, words: letter })
      }
      expect(here.drawn[0]).toBe(expected.map(({ by, words }) => `${by}: ${words}`).join('|'))
      here.leave()
    }),
    { numRuns: 60 },
  )
})

test('in a cell of a table it is the same, and what is drawn behind the words is there too', async () => {
  showAuthors('text')
  const here = new AuthorDesk({
    blocks: [
      { type: 'table', header: true, rows: [[[line('text', 'aaa')], [line('text', 'aaa')]]] },
      line('text', 'x'),
    ],
  })
  await drawnAgain()
  const words = () =>
    [...here.editor.view.dom.querySelectorAll<HTMLElement>('td .written')].map(
      ({ dataset, textContent }) => `${dataset.hue}: ${textContent}`,
    )
  expect(words()).toEqual(['6: aaa', '6: aaa'])
  const inSecondCell = 12
  here.editor.view.dispatch(here.editor.state.tr.insertText('a', inSecondCell))
  await here.serverSays()
  expect(words()).toEqual(['6: aaa', '6: a', '0: a', '6: aa'])
  here.editor.commands.setTextSelection(inSecondCell + 2)
  here.types(' and many more').graceTypes('!')
  expect(here.editor.state.selection.from).toBe(inSecondCell + 2 + ' and many more'.length)
  showAuthors('margin')
  here.leave()
})
