import { expect, it } from 'vitest'
import { ENGLISH } from '../languages/words.ts'
import { holderWords, linkName, scopeWords } from './role-words.ts'

it('names a link by its label, or by what it gives', () => {
  expect(linkName({ label: null, role: 'editor' }, ENGLISH.say)).toBe('Editor link')
  expect(linkName({ label: 'Note takers', role: 'editor' }, ENGLISH.say)).toBe('Note takers (editor)')
})

it('counts who holds a link, unless it gives nothing any more', () => {
  expect(holderWords({ state: 'live', holderCount: 0 }, ENGLISH.say)).toBe('Nobody has opened it yet')
  expect(holderWords({ state: 'live', holderCount: 1 }, ENGLISH.say)).toBe('1 person holds it')
  expect(holderWords({ state: 'live', holderCount: 12 }, ENGLISH.say)).toBe('12 people hold it')
  expect(holderWords({ state: 'revoked', holderCount: 12 }, ENGLISH.say)).toBe('Revoked')
  expect(holderWords({ state: 'expired', holderCount: 12 }, ENGLISH.say)).toBe('Expired')
})

it('says where a link is good', () => {
  expect(scopeWords({ is: 'event', event: 'boston' }, ENGLISH.say)).toBeNull()
  expect(scopeWords({ is: 'track', event: 'boston', track: 'Forum' }, ENGLISH.say)).toBe('Track Forum')
  expect(scopeWords({ is: 'pad', pad: 'telecom' }, ENGLISH.say)).toBe('Pad telecom')
})
