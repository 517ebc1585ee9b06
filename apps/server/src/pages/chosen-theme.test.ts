import { expect, it } from 'vitest'
import { chosenTheme } from './chosen-theme.ts'

it('reads a chosen theme among other cookies, and follows the system otherwise', () => {
  expect(chosenTheme('person=abc.def; theme=dark')).toBe('dark')
  expect(chosenTheme('theme=light')).toBe('light')
  for (const cookies of [undefined, '', 'theme=', 'theme="><script>', 'not-theme=dark', 'theme'])
    expect(chosenTheme(cookies)).toBe('auto')
})
