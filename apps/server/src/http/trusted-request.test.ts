import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { requestFacts } from './trusted-request.ts'

/** A request as a proxy on 10.0.0.1 passes it on. */
const proxied = {
  headers: {
    host: 'localhost:3000',
    'x-forwarded-for': '203.0.113.9, 198.51.100.7',
    'x-forwarded-host': 'Pads.Example.org',
    'x-forwarded-proto': 'https',
  },
  socket: { remoteAddress: '10.0.0.1' },
} as unknown as IncomingMessage

const asItIs = { ip: '10.0.0.1', host: 'localhost:3000', https: false }

it('believes nobody unless told to', () => {
  expect(requestFacts(false)(proxied)).toEqual(asItIs)
  expect(requestFacts(['192.0.2.1'])(proxied)).toEqual(asItIs)
})

it('believes a trusted proxy, and what that one trusts', () => {
  const facts = { host: 'pads.example.org', https: true }
  expect(requestFacts(true)(proxied)).toEqual({ ...facts, ip: '203.0.113.9' })
  expect(requestFacts(1)(proxied)).toEqual({ ...facts, ip: '198.51.100.7' })
  expect(requestFacts(['10.0.0.0/8'])(proxied)).toEqual({ ...facts, ip: '198.51.100.7' })
})
