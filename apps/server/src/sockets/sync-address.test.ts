import { expect, it } from 'vitest'
import { readSyncAddress } from './sync-address.ts'

it('reads what a stock client sends', () => {
  expect(readSyncAddress('/sync/BOS-ops-telecom-nfv')).toEqual({
    pad: 'BOS-ops-telecom-nfv',
    page: false,
    client: undefined,
    schemaVersion: undefined,
    epoch: undefined,
    pageOf: undefined,
  })
  expect(readSyncAddress('/sync/Caf%C3%A9?')?.pad).toBe('Café')
})

it('reads what our page asks for', () => {
  expect(readSyncAddress('/sync/edge?page=1&client=4294967295&schema=1&epoch=2&person=ada')).toEqual({
    pad: 'edge',
    page: true,
    client: 4_294_967_295,
    schemaVersion: 1,
    epoch: 2,
    pageOf: 'ada',
  })
  expect(readSyncAddress('/sync/edge?client=-1&schema=x&epoch=')).toMatchObject({
    client: undefined,
    schemaVersion: undefined,
    epoch: undefined,
  })
})

it.each(['/', '/sync/', '/sync/a/b', '/p/edge', '/sync/%E0%A4%A', '//sync/edge'])('knows no pad at %s', (url) => {
  expect(readSyncAddress(url)).toBeUndefined()
})
