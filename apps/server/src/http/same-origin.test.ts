import { expect, it } from 'vitest'
import { isFromOurPages } from './same-origin.ts'

const facts = { ip: '127.0.0.1', host: 'pads.example.org:3000', https: false }
const from = (headers: Record<string, string>, publicUrl?: string) => isFromOurPages(headers, facts, publicUrl)

it('lets our own pages act', () => {
  expect(from({ origin: 'http://pads.example.org:3000' })).toBe(true)
  expect(from({ origin: 'https://pads.example.org' }, 'https://pads.example.org')).toBe(true)
  expect(
    isFromOurPages({ origin: 'https://pads.example.org' }, { ...facts, host: 'pads.example.org:443' }, undefined),
  ).toBe(true)
})

it('lets programs act, which send no origin', () => {
  expect(from({})).toBe(true)
})

it('stops pages of other sites, and pages that hide where they are from', () => {
  expect(from({ origin: 'https://evil.example' })).toBe(false)
  expect(from({ origin: 'http://pads.example.org:4000' })).toBe(false)
  expect(from({ origin: 'null' })).toBe(false)
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(false)
})
