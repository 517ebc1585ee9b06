import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, type Oklch, parseOklch } from './testing/oklch.ts'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const tokens = read('./tokens.css')
const people = read('./people.css')

/** A colour by its name and theme, out of the style sheet itself: `--ink: light-dark(…, …)`. */
function colour(name: string, theme: 'light' | 'dark', hue = 0): Oklch {
  const css = `${tokens}\n${people}`
  const [, light = '', dark = ''] =
    css.match(new RegExp(`--${name}: light-dark\\((oklch\\(.+?\\)), (oklch\\(.+?\\))\\);`)) ?? []
  const text = (theme === 'light' ? light : dark).replace('var(--hue)', String(hue)).replace(/\)\)$/, ')')
  return parseOklch(text)
}

const hues = [...people.matchAll(/--hue: ([\d.]+);/g)].map(([, hue]) => Number(hue))

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const on = (paper: string, ink: string, hue?: number) => contrast(colour(paper, theme, hue), colour(ink, theme, hue))

  test.each(['paper', 'paper-raised', 'paper-sunk'])('the text on %s is easy to read for everybody', (paper) => {
    expect(on(paper, 'ink')).toBeGreaterThanOrEqual(7)
    expect(on(paper, 'ink-soft')).toBeGreaterThanOrEqual(7)
  })

  test.each(['ink-faint', 'accent', 'good', 'warn', 'bad'])('%s can be read on every paper', (ink) => {
    for (const paper of ['paper', 'paper-raised', 'paper-sunk']) expect(on(paper, ink)).toBeGreaterThanOrEqual(4.5)
  })

  test('the words on a button in the accent can be read', () => {
    expect(on('accent', 'accent-ink')).toBeGreaterThanOrEqual(4.5)
    expect(on('accent-wash', 'accent')).toBeGreaterThanOrEqual(4.5)
  })

  test('the frames of fields stand out', () => {
    expect(on('paper', 'hairline-strong')).toBeGreaterThanOrEqual(3)
    expect(on('paper-raised', 'hairline-strong')).toBeGreaterThanOrEqual(3)
  })

  test('there are sixteen hues of people, evenly spaced', () => {
    expect(hues).toEqual(Array.from({ length: 16 }, (_, index) => index * 22.5))
  })

  test.each(hues)('somebody of hue %d can be read and seen', (hue) => {
    expect(on('person-behind', 'person-ink', hue)).toBeGreaterThanOrEqual(4.5)
    expect(on('person-behind', 'ink', hue)).toBeGreaterThanOrEqual(7)
    expect(on('paper', 'person', hue)).toBeGreaterThanOrEqual(3)
  })

  test.each(hues)('everything that is written can be read on the colour of hue %d, and initials on paper', (hue) => {
    for (const ink of ['ink-soft', 'accent-on-person'])
      expect(on('person-behind', ink, hue)).toBeGreaterThanOrEqual(4.5)
    expect(on('paper', 'person-ink', hue)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(hues.map((hue, number) => [number, hue]))('person %d has hue %d by number too', (number, hue) => {
    expect(colour(`person-${number}`, theme)).toEqual(colour('person', theme, hue))
  })
})
