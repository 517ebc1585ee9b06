import { createServer, type RequestListener, type Server } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { fetchAgenda, fetchIfChanged } from './fetch-agenda.ts'
import { agendaText } from './testing/agenda-text.ts'

const FEED = agendaText([{ uid: 'a', title: 'Café' }])
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** The address of a server that answers like this. */
async function serving(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/agenda.ics`
}

const here = { allowPrivate: true }
const sending = (body: Uint8Array | string, headers = {}) =>
  serving((_, response) => response.writeHead(200, headers).end(body))

test('a feed, plain or packed in any way', async () => {
  const plain = { text: FEED, problems: [] }
  expect(await fetchAgenda(await sending(FEED), here)).toEqual(plain)
  expect(await fetchAgenda(await sending(gzipSync(FEED), { 'content-encoding': 'gzip' }), here)).toEqual(plain)
  expect(await fetchAgenda(await sending(brotliCompressSync(FEED), { 'content-encoding': 'br' }), here)).toEqual(plain)
  expect(await fetchAgenda(await sending(gzipSync(FEED)), here)).toEqual(plain)
})

test('the charset of the header counts', async () => {
  const address = await sending(Buffer.from(FEED, 'latin1'), { 'content-type': 'text/calendar; charset="iso-8859-1"' })
  expect(await fetchAgenda(address, here)).toEqual({ text: FEED, problems: [] })
})

test('redirects are followed, five of them', async () => {
  const address = await serving(({ url = '' }, response) => {
    const hop = Number(url.replace(/\D/g, '') || 0)
    if (hop === 5) response.end(FEED)
    else response.writeHead(302, { location: `/${hop + 1}` }).end()
  })
  expect((await fetchAgenda(address, here)).text).toBe(FEED)
  const endless = await serving((_, response) => response.writeHead(301, { location: '/again' }).end())
  await expect(fetchAgenda(endless, here)).rejects.toThrow(/redirects more than 5 times/)
})

test('nothing is fetched from inside, neither by address, nor by name, nor by redirect', async () => {
  let asked = 0
  const address = await serving((_, response) => {
    asked += 1
    response.end(FEED)
  })
  const port = new URL(address).port
  for (const inside of [
    `webcal://127.0.0.1:${port}/`,
    address,
    `http://localhost:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://2130706433:${port}/`,
  ]) {
    await expect(fetchAgenda(inside)).rejects.toThrow(/is inside a private network/)
  }
  expect(asked).toBe(0)
})

test('a redirect cannot lead to another kind of address', async () => {
  const address = await serving((_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end())
  await expect(fetchAgenda(address, here)).rejects.toThrow(/file:\/\/\/etc\/passwd is not a web address/)
})

test.each(['', 'agenda', 'ftp://example.org/a.ics', 'javascript:alert(1)'])('%j is no address', async (address) => {
  await expect(fetchAgenda(address)).rejects.toThrow(/is not a web address; a good one looks like/)
})

test('what is too large is refused while it comes, packed or not', async () => {
  const large = Buffer.alloc(50 * 1024 * 1024, 'x')
  const says = /The feed is too large: .* at most 20 MB are read/
  await expect(fetchAgenda(await sending(large, { 'content-length': large.length }), here)).rejects.toThrow(says)
  await expect(fetchAgenda(await sending(gzipSync(large), { 'content-encoding': 'gzip' }), here)).rejects.toThrow(says)
  await expect(fetchAgenda(await sending(gzipSync(large)), here)).rejects.toThrow(/unpacks to more than can be read/)
  const endless = await serving((_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(large.subarray(0, 65_536)));
    }
    response.on('drain', pour)
    pour()
  })
  await expect(fetchAgenda(endless, here)).rejects.toThrow(says)
})

test('an address that answers badly, breaks off or says nothing is named', async () => {
  const missing = await serving((_, response) => response.writeHead(404).end())
  await expect(fetchAgenda(missing, here)).rejects.toThrow(/answered 404 for http/)
  const breaks = await serving((_, response) => {
    response.writeHead(200, { 'content-length': 1000 }).write('BEGIN:VCALENDAR', () => response.destroy())
  })
  await expect(fetchAgenda(breaks, here)).rejects.toThrow(/could not be reached/)
  const broken = await sending('not gzip', { 'content-encoding': 'gzip' })
  await expect(fetchAgenda(broken, here)).rejects.toThrow(/could not be reached/)
  const silent = await serving(() => {})
  await expect(fetchAgenda(silent, { ...here, timeoutMs: 50 })).rejects.toThrow(/took too long/)
  const slow = await serving((_, response) => response.writeHead(200).write('BEGIN:VCALENDAR'))
  await expect(fetchAgenda(slow, { ...here, timeoutMs: 100 })).rejects.toThrow(/took too long/)
  await expect(fetchAgenda('http://127.0.0.1:1/', here)).rejects.toThrow(/could not be reached/)
})

test('a server that knows what it gave before is asked only whether that has changed', async () => {
  let etag = '"one"'
  const address = await serving(({ headers }, response) => {
    if (headers['if-none-match'] === etag) response.writeHead(304).end()
    else response.writeHead(200, { etag, 'last-modified': 'Mon, 08 May 2017 13:00:00 GMT' }).end(FEED)
  })
  const first = await fetchIfChanged(address, { etag: null, lastModified: null }, here)
  const validators = { etag: '"one"', lastModified: 'Mon, 08 May 2017 13:00:00 GMT' }
  expect(first).toEqual({ is: 'fetched', agenda: { text: FEED, problems: [] }, validators })
  expect(await fetchIfChanged(address, validators, here)).toEqual({ is: 'unchanged' })
  etag = '"two"'
  expect(await fetchIfChanged(address, validators, here)).toMatchObject({ is: 'fetched', validators: { etag } })
  const confused = await serving((_, response) => response.writeHead(304).end())
  await expect(fetchAgenda(confused, here)).rejects.toThrow(/answered 304/)
})
