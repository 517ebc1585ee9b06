import { expect, it } from 'vitest'
import { excerpt, foundWords } from './found-words.ts'
import { readQuery } from './search-query.ts'

function marked(text: string, q: string, forgiving = false): string {
  const read = readQuery(q)
  if (read.is === 'refused') throw new Error(read.detail)
  const shown = excerpt(text, foundWords(text, read.query.terms, forgiving))
  let out = ''
  let at = 0
  for (const [from, to] of shown.found) {
    out += `${shown.text.slice(at, from)}[${shown.text.slice(from, to)}]`
    at = to
  }
  return out + shown.text.slice(at)
}

it.each([
  ['The Budget of 2018: budgets', 'budget', 'The [Budget] of 2018: budgets'],
  ['The Budget of 2018: budgets', 'budg*', 'The [Budget] of 2018: [budgets]'],
  ['Größe zählt', 'grosse', '[Größe] zählt'],
  ['今日は日本語の会議', '日本語', '今日は[日本語]の会議'],
  ['co-chair and chair', '"co chair"', '[co-chair] and chair'],
  ['one two one', 'one two', '[one] [two] [one]'],
  ['a b a b a', '"a b a"', '[a b a b a]'],
])('marks in "%s" what %s finds', (text, q, expected) => expect(marked(text, q)).toBe(expected))

it('forgives typing errors in titles, and only there', () => {
  expect(marked('Kubernetes at the edge', 'kubernets', true)).toBe('[Kubernetes] at the edge')
  expect(marked('Kubernetes at the edge', 'kubernets')).toBe('Kubernetes at the edge')
  expect(marked('Kubernetes at the edge', '"kubernets"', true)).toBe('Kubernetes at the edge')
})

it('shows as much of a long text as one reads, around the first word that was found', () => {
  const text = `${'before '.repeat(100)}needle ${'after '.repeat(100)}needle`
  const shown = marked(text, 'needle')
  expect(shown).toMatch(/^… before (before )*\[needle\] (after )+.* …$/)
  expect(shown.length).toBeLessThan(260)
})

it('cuts no character in half', () => {
  for (let length = 200; length < 240; length += 1) {
    const shown = marked(`${'🎈'.repeat(length)}needle`, 'needle')
    expect(shown).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/)
  }
})
