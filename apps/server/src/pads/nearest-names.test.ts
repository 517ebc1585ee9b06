import { expect, it } from 'vitest'
import { nearestNames } from './nearest-names.ts'

const pads = [
  'BOS-Fog-Edge-MassivelyDistributed-BoF',
  'BOS-ops-telecom-nfv',
  'BOS-openstack-helm',
  'BOS-onap',
  'Café-réunion',
  'plenary',
]

it.each([
  ['BOS-ops-telecom-nvf', 'BOS-ops-telecom-nfv'],
  ['bos ops telecom nfv', 'BOS-ops-telecom-nfv'],
  ['BOSopstelecom', 'BOS-ops-telecom-nfv'],
  ['Fog-Edge-Massively', 'BOS-Fog-Edge-MassivelyDistributed-BoF'],
  ['plenery', 'plenary'],
  ['cafe-reunion', 'Café-réunion'],
  ['openstack-helm', 'BOS-openstack-helm'],
])('takes %s for %s', (typed, meant) => {
  expect(nearestNames(typed, pads, 3)[0]).toBe(meant)
})

it('does not guess where nothing is near', () => {
  expect(nearestNames('xyzzy', pads, 5)).toEqual([])
  expect(nearestNames('', pads, 5)).toEqual([])
  expect(nearestNames('plenary', [], 5)).toEqual([])
})

it('finds it among thousands of names', () => {
  const many = Array.from({ length: 5_000 }, (_, n) => `session-${n}-about-something-rather-long-and-wordy`)
  expect(nearestNames('sesion-4242-about-something-rather-long-and-wordy', many, 3)[0]).toBe(many[4242])
})
