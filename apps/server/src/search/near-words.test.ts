import { expect, it } from 'vitest'
import { nearWords } from './near-words.ts'

it.each([
  ['kubernets', ['kubernetes', 'openstack'], ['kubernetes']],
  ['opnestack', ['openstack'], ['openstack']],
  ['edgy', ['edge', 'edgy', 'hedge', 'led'], ['edge']],
  ['nfv', ['nfs'], []],
  ['telco', ['telecom'], []],
  ['telecmo', ['telecom'], ['telecom']],
  ['neutron', ['nurton'], []],
])('for %s takes of %j these', (word, words, expected) => expect(nearWords(word, words)).toEqual(expected))
