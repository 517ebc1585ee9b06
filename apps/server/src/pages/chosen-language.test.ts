import { expect, it } from 'vitest'
import { chosenLanguage } from './chosen-language.ts'

const wishing = (wishes: string) => chosenLanguage({ 'accept-language': wishes })

it('speaks the language that was chosen, whatever the browser asks for', () => {
  expect(chosenLanguage({ cookie: 'person=abc.def; language=ar', 'accept-language': 'de' })).toBe('ar')
  expect(chosenLanguage({ cookie: 'language=en', 'accept-language': 'de' })).toBe('en')
})

it('speaks what the browser asks for most, among what it can', () => {
  expect(wishing('de-AT,de;q=0.9,en;q=0.8')).toBe('de')
  expect(wishing('fr, en;q=0.5, ar;q=0.7')).toBe('ar')
  expect(wishing('en-GB, de')).toBe('en')
  expect(wishing('AR-EG')).toBe('ar')
  expect(wishing('de;q=0, ar')).toBe('ar')
})

it('speaks English to whoever asks for nothing that it can', () => {
  expect(chosenLanguage({})).toBe('en')
  for (const wishes of ['', 'fr', '*', 'constructor', 'de;q=often', ';;,,', 'x'.repeat(100_000)])
    expect(wishing(wishes)).toBe('en')
  for (const cookie of ['', 'language=', 'language=fr', 'language="><script>', 'language=toString', 'my-language=de'])
    expect(chosenLanguage({ cookie })).toBe('en')
})
