import { expect, it } from 'vitest'
import { padNameFrom, readPadName, titleFrom } from './pad-name.ts'

it('takes names of any script, composed', () => {
  expect(readPadName('BOS-ops-telecom-nfv')).toBe('BOS-ops-telecom-nfv')
  expect(readPadName('Cafe\u0301')).toBe('Café')
  expect(readPadName('会议_1')).toBe('会议_1')
  for (const bad of ['', '-x', '.', '..', 'a/b', 'a b', 'x'.repeat(101)]) expect(readPadName(bad)).toBeUndefined()
})

it('makes a name of whatever somebody typed', () => {
  expect(padNameFrom('  Edge computing: what next? ')).toBe('Edge_computing_what_next')
  expect(padNameFrom('../../etc/passwd')).toBe('etcpasswd')
  expect(padNameFrom('x'.repeat(300))).toHaveLength(100)
  expect(padNameFrom('???')).toBeUndefined()
})

it('makes a title of a name', () => {
  expect(titleFrom('Edge_computing')).toBe('Edge computing')
})
