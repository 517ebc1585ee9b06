import { PAD_NAME } from '@forumpad/api'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { padNameFor } from './pad-names.ts'

const nameFor = (title: string, taken: string[] = [], padName: string | null = null, event = 'bos') =>
  padNameFor({ title, padName }, event, (name) => taken.includes(name))

test('the name of the feed, if it can be had', () => {
  expect(nameFor('Fog', [], 'BOS-Fog-Edge')).toBe('BOS-Fog-Edge')
  expect(nameFor('Fog', ['BOS-Fog-Edge'], 'BOS-Fog-Edge')).toBe('bos-fog')
  expect(nameFor('Fog', [], 'no name, that')).toBe('bos-fog')
})

test.each([
  ['OpenStack Helm: the control plane on Kubernetes', 'bos-openstack-helm-the-control-plane-on-kubernetes'],
  ['What\u2019s new? Café & naïve things', 'bos-whats-new-cafe-naive-things'],
  ['日本語のセッション', 'bos-日本語のセッション'],
  ['हिन्दी सत्र', 'bos-हिन्दी-सत्र'],
  ['???', 'bos'],
  [
    'A very long title that goes on and on, far beyond what anybody would want in an address',
    'bos-a-very-long-title-that-goes-on-and-on-far-beyond-what',
  ],
])('else one made of event and title: %s', (title, name) => {
  expect(nameFor(title)).toBe(name)
})

test('a number where it is taken', () => {
  expect(nameFor('Lunch', ['bos-lunch', 'bos-lunch-2'])).toBe('bos-lunch-3')
})

test('whatever the title is, the name is a good one, short and free', () => {
  const slug = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,59}$/)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), slug, fc.nat(3), (title, event, clashes) => {
      const taken: string[] = []
      for (let n = 0; n <= clashes; n += 1) taken.push(nameFor(title, taken, null, event))
      expect(new Set(taken).size).toBe(clashes + 1)
      for (const name of taken) {
        expect(name).toMatch(PAD_NAME)
        expect(name.length).toBeLessThanOrEqual(60)
      }
    }),
  )
})
