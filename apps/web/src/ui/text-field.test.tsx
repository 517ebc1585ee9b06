// @vitest-environment happy-dom
import { act, useEffect, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TextField } from './text-field.tsx'

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true))
afterEach(() => vi.unstubAllGlobals())

/** A form as the pages have it: something about it changes as soon as its script runs. */
function Form() {
  const [title, setTitle] = useState('')
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <form data-ready={isReady}>
      <TextField label="Title" value={title} onText={setTitle} />
      <output>{title}</output>
    </form>
  )
}

test('what was typed before the script came stays, and the form knows it', async () => {
  document.body.innerHTML = `<div>${renderToString(<Form />)}</div>`
  const field = document.querySelector('input') as HTMLInputElement
  field.value = 'Forum Boston'
  const page = await act(() => hydrateRoot(document.body.firstElementChild as Element, <Form />))
  expect(document.querySelector('form')?.dataset.ready).toBe('true')
  expect(field.value).toBe('Forum Boston')
  expect(document.querySelector('output')?.textContent).toBe('Forum Boston')
  await act(() => page.unmount())
})
