// @vitest-environment happy-dom
import { line } from '@forumpad/pad-schema'
import * as readers from '@forumpad/pad-schema/readers'
import { act, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { panelOf, showPanel } from '../editing/open-panel.ts'
import { NoteTaker } from '../testing/note-taker.ts'
import { SourceView } from './source-view.tsx'
import type { LoadReaders } from './use-readers.ts'

let writer: NoteTaker
let page: Root
/** What is given back when the editor goes. */
let givenBack: () => readonly string[]

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers()
  givenBack = () => []
})

afterEach(async () => {
  await act(() => page.unmount())
  writer.editor.destroy()
  document.body.replaceChildren()
  vi.useRealTimers()
})

async function opens(loadReaders: LoadReaders = async () => readers, blocks = [line('text', 'A'), line('text', 'B')]) {
  writer = new NoteTaker({ blocks })
  showPanel(writer.editor, 'source')
  page = createRoot(document.body.appendChild(document.createElement('div')))
  await act(() => page.render(<Page loadReaders={loadReaders} />))
}

function Page({ loadReaders }: { loadReaders: LoadReaders }) {
  const [isEdited, onEdited] = useState(false)
  return <SourceView editor={writer.editor} {...{ isEdited, onEdited, alsoGiveBack, loadReaders }} />
}

function alsoGiveBack(lines: () => readonly string[]) {
  givenBack = lines
  return () => {
    givenBack = () => []
  }
}

const dialog = () => document.querySelector('dialog') as HTMLDialogElement
const status = () => document.querySelector('[role=status]')?.textContent
const field = () => document.querySelector('textarea') as HTMLTextAreaElement
const button = (name: string) =>
  [...document.querySelectorAll('button')].find((each) => each.textContent === name) as HTMLButtonElement
const presses = (name: string) => act(() => button(name).click())

const edits = (words: string, by: string) =>
  act(() => {
    // React listens for a change that did not come from itself: set the value past its own setter.
    const value = field().value.replace(words, by)
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field(), value)
    field().dispatchEvent(new Event('input', { bubbles: true }))
  })

test('what is written and not in the pad yet is given back if the editor goes', async () => {
  await opens()
  expect(givenBack()).toEqual([])
  await edits('B', 'B of mine')
  expect(givenBack()).toEqual(['B of mine'])
  await presses('Put into the pad')
  expect(givenBack()).toEqual([])
  expect(writer.lines).toEqual(['A', 'B of mine'])
})

test('a browser that closes the dialog itself takes nothing along', async () => {
  await opens(() => new Promise(() => {}))
  await edits('B', 'B of mine')
  await act(() => dialog().close())
  expect(dialog().open).toBe(true)
  expect(field().value).toBe('A\n\nB of mine\n')
  await presses('Discard')
  await act(() => dialog().close())
  expect(panelOf(writer.editor.state)).toBeNull()
})

test('says so when it cannot load what puts the changes in', async () => {
  await opens(async () => {
    throw new TypeError('Failed to fetch dynamically imported module')
  })
  await edits('B', 'B of mine')
  expect(status()).toBe('Your changes are not in the pad yet.')
  await act(() => vi.advanceTimersByTimeAsync(180_000))
  expect(status()).toBe(
    'Your changes cannot be put into the pad: a part of this page did not load. Copy them, then load the page again.',
  )
  await presses('Done')
  expect(field().value).toBe('A\n\nB of mine\n')
})

test('a bad line at first does not matter', async () => {
  let tries = 0
  await opens(async () => {
    if (tries++ < 2) throw new TypeError('Failed to fetch dynamically imported module')
    return readers
  })
  await edits('B', 'B of mine')
  await act(() => vi.advanceTimersByTimeAsync(2_000))
  await presses('Put into the pad')
  expect(writer.lines).toEqual(['A', 'B of mine'])
})

test('says for which line nothing was put in, until something else is written', async () => {
  const code = line('code', [{ type: 'text', text: 'x', marks: {} }, { type: 'hardBreak' }])
  await opens(undefined, [line('text', 'A'), code])
  await edits('x', 'xx')
  await presses('Done')
  expect(status()).toContain('Nothing was put into the pad: the place of “x” in it cannot be told.')
  expect(field().value).toContain('xx')
  await edits('xx', 'x')
  expect(status()).toBe('As in the pad.')
})

test('a pad that takes no text now says so, and the changes stay', async () => {
  await opens()
  await edits('B', 'B of mine')
  await act(() => writer.editor.setEditable(false, false))
  await presses('Put into the pad')
  expect(writer.lines).toEqual(['A', 'B'])
  await act(() => writer.editor.view.dispatch(writer.editor.state.tr))
  expect(status()).toBe('Your changes are not in the pad: it takes no text now. They stay here.')
  await presses('Done')
  expect(field().value).toBe('A\n\nB of mine\n')
})
