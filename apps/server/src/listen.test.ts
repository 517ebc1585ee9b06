import { createServer } from 'node:net'
import fastify from 'fastify'
import { afterEach, expect, it } from 'vitest'
import { hostInAddress, listen, portOf } from './listen.ts'

const http = fastify()
afterEach(() => http.close())

it('says in one sentence that a port is taken', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(listen(http, { host: '127.0.0.1', port })).rejects.toThrow(
    `Port ${port} is taken by another program; set PORT to a free one, for example PORT=${port + 1}.`,
  )
  other.close()
})

it('says in one sentence that a host is not this one', async () => {
  await expect(listen(fastify(), { host: '192.0.2.1', port: 0 })).rejects.toThrow(
    'HOST=192.0.2.1 is no address of this machine',
  )
})

it('opens any port for 0, and names it', async () => {
  const free = fastify()
  await listen(free, { host: '127.0.0.1', port: 0 })
  expect(portOf(free.server)).toBeGreaterThan(0)
  await free.close()
})

it('names the host as people reach it', () => {
  expect(hostInAddress('0.0.0.0')).toBe('127.0.0.1')
  expect(hostInAddress('::1')).toBe('[::1]')
})
