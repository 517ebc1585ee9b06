// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ThemeToggle } from './theme-toggle.tsx'

let page: Root

const button = () => document.querySelector('button') as HTMLButtonElement
const press = () => act(() => button().click())
beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  // biome-ignore lint/suspicious/noDocumentCookie: as the page itself does
  document.cookie = 'theme=; max-age=0; path=/'
  delete document.documentElement.dataset.theme
  document.body.innerHTML = '<div></div>'
  page = createRoot(document.body.firstElementChild as Element)
  await act(() => page.render(<ThemeToggle />))
})

afterEach(() => {
  act(() => page.unmount())
  vi.unstubAllGlobals()
})

test('goes from the system’s theme to light, dark and back, and says where it is', async () => {
  const seen: (string | undefined)[] = []
  for (const _ of [1, 2, 3]) {
    await press()
    seen.push(`${document.documentElement.dataset.theme ?? 'system'}: ${button().getAttribute('aria-label')}`)
  }
  expect(seen).toEqual([
    'light: Theme: light. Change to dark',
    'dark: Theme: dark. Change to as the system',
    'system: Theme: as the system. Change to light',
  ])
})

test('keeps the choice in a cookie, for the server to put in the next page', async () => {
  await press()
  expect(document.cookie).toBe('theme=light')
  await press()
  expect(document.cookie).toBe('theme=dark')
  await press()
  expect(document.cookie).toBe('')
})
