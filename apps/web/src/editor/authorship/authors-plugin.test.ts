// @vitest-environment happy-dom
import { line } from '@forumpad/pad-schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { authoredLines } from './authors-plugin.ts'
import { showAuthors } from './authors-shown.ts'
import { AuthorDesk, drawnAgain, grace, range } from './testing/author-desk.ts'

let desk: AuthorDesk
beforeEach(async () => {
  showAuthors('margin')
  desk = new AuthorDesk({ blocks: [line('text', 'one of Grace'), line('bullet', 'two'), line('text', 'three')] })
  await drawnAgain()
})
afterEach(() => desk.leave())

describe('before the server has answered', () => {
  test('what is typed is one’s own, inside the words of others', () => {
    desk.goesTo('one of').types(' X')
    expect(desk.drawn).toEqual(['grace: one of|ada:  X|grace:  Grace', 'grace: two', 'grace: three'])
  })

  test('splitting and joining leave everything with its author', () => {
    desk.goesTo('one of').editor.commands.enter()
    expect(desk.drawn).toEqual(['grace: one of', 'grace:  Grace', 'grace: two', 'grace: three'])
    desk.editor.commands.joinBackward()
    expect(desk.drawn[0]).toBe('grace: one of Grace')
  })

  test('splitting leaves it so when others type on meanwhile and the document is read anew', () => {
    desk.goesTo('one of').editor.commands.enter()
    desk.types('and ')
    desk.graceTypes('!')
    expect(desk.drawn).toEqual(['grace: one of|nobody: …', 'ada: and |grace:  Grace', 'grace: two', 'grace: three'])
  })

  test('another kind and level change no author', () => {
    desk.goesTo('three').editor.commands.setLineKind('heading', 2)
    desk.goesTo('two').editor.commands.indentLine()
    expect(desk.drawn).toEqual(['grace: one of Grace', 'grace: two', 'grace: three'])
  })

  test('a line that is moved as a whole stays with its author', () => {
    const { state, view } = desk.editor
    const first = state.doc.child(0)
    view.dispatch(state.tr.delete(0, first.nodeSize).insert(state.doc.content.size - first.nodeSize, first))
    expect(desk.drawn).toEqual(['grace: two', 'grace: three', 'grace: one of Grace'])
    desk.goesTo('three').types('!')
    expect(desk.drawn).toEqual(['grace: two', 'grace: three|ada: !', 'grace: one of Grace'])
  })
})

describe('the server’s word', () => {
  test('counts more than a guess', async () => {
    desk.goesTo('two').types(' by Ada')
    expect(desk.drawn[1]).toBe('grace: two|ada:  by Ada')
    await desk.serverSays([desk.doc.clientID, [range(grace, 0, 3)]])
    expect(desk.drawn[1]).toBe('grace: two by|ada:  Ada')
  })

  test('names the author of what came from elsewhere', async () => {
    desk.graceTypes(', again')
    expect(desk.drawn[0]).toBe('grace: one of Grace|nobody: …')
    await desk.serverSays()
    expect(desk.drawn[0]).toBe('grace: one of Grace, again')
  })

  test('draws nothing anew where it says what is drawn already', async () => {
    desk.goesTo('two').types(' by Ada')
    const { state } = desk.editor
    await desk.serverSays()
    expect(desk.editor.state).toBe(state)
  })

  test('leaves the lines that it is not about as they are', async () => {
    const [, two, three] = authoredLines(desk.editor.state)
    desk.graceTypes(', again')
    await desk.serverSays()
    expect(authoredLines(desk.editor.state)[1]).toBe(two)
    expect(authoredLines(desk.editor.state)[2]).toBe(three)
  })
})

describe('in the margin', () => {
  test('initials stand where the hand changes', () => {
    expect(desk.margin).toEqual(['GH 6', '6', '6'])
    desk.goesTo('two').types(' and more than that')
    expect(desk.margin).toEqual(['GH 6', 'AL 0', 'GH 6'])
    const line = desk.editor.view.dom.querySelector<HTMLElement>('[data-initials="AL"]')
    expect(line?.dataset.rule).toBe('2')
    const sheets = document.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText))
    for (const name of line?.classList ?? [])
      expect(sheets.filter((text) => text.includes(`.${name} `))).toHaveLength(1)
  })

  test('a new name and colour are drawn wherever somebody wrote', async () => {
    desk.known.meet({ ...grace, name: 'Murray', hue: 9 })
    await drawnAgain()
    expect(desk.margin).toEqual(['M 9', '9', '9'])
  })

  test('nothing is drawn when it is off, and everything when it is on again', async () => {
    showAuthors('off')
    await drawnAgain()
    expect(desk.margin).toEqual([undefined, undefined, undefined])
    desk.goesTo('two').types('!')
    showAuthors('text')
    await drawnAgain()
    expect(desk.colours).toEqual(['6: one of Grace', '6: two', '0: !', '6: three'])
  })
})

test('while a word is composed the colours are pushed along and not cut, and are right afterwards', async () => {
  showAuthors('text')
  await drawnAgain()
  desk.goesTo('one').types('ñ', 'composition')
  expect(desk.colours[0]).toBe('6: oneñ of Grace')
  await drawnAgain()
  expect(desk.colours.slice(0, 3)).toEqual(['6: one', '0: ñ', '6:  of Grace'])
})
