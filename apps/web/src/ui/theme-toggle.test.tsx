// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ThemeToggle } from './theme-toggle.tsx'

let page: Root

const button = () => document.querySelector('button') as HTMLButtonElement
const press = () => act(() => button().click())
const nextPage = async () => {
  act(() => page.unmount())
  delete document.documentElement.dataset.theme
  vi.resetModules()
  // A plain script, not a module to the compiler: imported for what it does.
  await import(new URL('../theme.ts', import.meta.url).pathname)
  return document.documentElement.dataset.theme
}

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  localStorage.clear()
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

test('the next page has the chosen theme before its first paint', async () => {
  await press()
  expect(await nextPage()).toBe('light')
})

test('without a choice the next page follows the system', async () => {
  await press()
  await press()
  await press()
  expect(await nextPage()).toBeUndefined()
})
