import { expect, test } from 'vitest'
import { decodeAgenda } from './fetched-agenda.ts'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'))

test('UTF-8 is the rule, with and without its mark', () => {
  expect(decodeAgenda(utf8('Café'), undefined)).toEqual({ text: 'Café', problems: [] })
  expect(decodeAgenda(utf8('\uFEFFCafé'), 'utf-8')).toEqual({ text: 'Café', problems: [] })
})

test('a charset that was named and is right is followed', () => {
  expect(decodeAgenda(latin('Café'), 'ISO-8859-1')).toEqual({ text: 'Café', problems: [] })
  expect(decodeAgenda(utf16('Café'), 'utf-8')).toEqual({ text: 'Café', problems: [] })
})

test('a charset that is wrong is said', () => {
  expect(decodeAgenda(utf8('Café'), 'iso-8859-1')).toEqual({
    text: 'Café',
    problems: ['The feed says that its charset is iso-8859-1, but it is UTF-8; it was read as UTF-8.'],
  })
  expect(decodeAgenda(utf8('plain'), 'iso-8859-1').problems).toEqual([])
  expect(decodeAgenda(latin('a\nb\nCafé'), undefined)).toEqual({
    text: 'a\nb\nCafé',
    problems: ['The feed is not UTF-8 (line 3); it was read as Windows-1252, so some letters may be wrong.'],
  })
  expect(decodeAgenda(latin('Café'), 'klingon').problems).toEqual([
    'The feed is not the klingon that it says it is (line 1); it was read as Windows-1252, so some letters may be wrong.',
  ])
})
