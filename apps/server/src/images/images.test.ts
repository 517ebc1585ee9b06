import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', text: 'before' })
})
afterEach(() => server.end())

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#357' } })

async function sends(bytes: Buffer | string, pad = 'edge', type = 'image/png') {
  const body = new Uint8Array(Buffer.from(bytes))
  const answer = await fetch(`${server.url}/api/v1/pads/${pad}/images`, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

const sees = (src: unknown) => fetch(`${server.url}${src}`)

describe('An image that is sent to a pad', () => {
  it('is kept and shown, with its size, to be cached for ever and to do nothing', async () => {
    const { status, body } = await sends(await plain(60, 40).png().toBuffer())
    expect(status).toBe(201)
    expect(body).toEqual({
      src: expect.stringMatching(/^\/p\/edge\/images\/[0-9a-f]{64}\.png$/),
      width: 60,
      height: 40,
    })
    const shown = await sees(body.src)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'private, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({ width: 60, height: 40 })
  })

  it('loses where and with what it was taken, is turned upright and made smaller', async () => {
    const photo = await plain(3_000, 1_500)
      .jpeg()

      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'a camera' }, IFD3: { GPSLatitudeRef: 'N' } })
      .toBuffer()
    expect((await sharp(photo).metadata()).exif).toBeDefined()
    const { body } = await sends(photo, 'edge', 'image/jpeg')
    expect(body).toMatchObject({ src: expect.stringMatching(/jpg$/), width: 1_000, height: 2_000 })
    const bytes = Buffer.from(await (await sees(body.src)).arrayBuffer())
    expect(await sharp(bytes).metadata()).not.toHaveProperty('exif')
    expect(bytes.includes('a camera')).toBe(false)
  })

  it('is kept as one file, whoever sends it again, and only for the pads it was sent to', async () => {
    await server.api('POST', '/pads', { name: 'other', text: 'x' })
    const bytes = await plain(10, 10).png().toBuffer()
    const first = await sends(bytes)
    expect((await sends(bytes)).body).toEqual(first.body)
    const elsewhere = String(first.body.src).replace('/edge/', '/other/')
    expect((await sees(elsewhere)).status).toBe(404)
    expect((await sends(bytes, 'other')).body.src).toBe(elsewhere)
    expect(await readdir(server.uploads)).toHaveLength(1)
    expect(await readFile(join(server.uploads, String(first.body.src).slice(-68)))).toBeInstanceOf(Buffer)
  })

  it.each([
    ['words', 'hello', 415, 'not-an-image'],
    [
      'a drawing with a script',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      415,
      'svg-image',
    ],
    ['the beginning of one', '\x89PNG\r\n\x1a\nand no more', 415, 'not-an-image'],
    ['nothing', '', 415, 'not-an-image'],
  ])('is refused if it is %s', async (_what, bytes, status, code) => {
    expect(await sends(Buffer.from(bytes, 'latin1'))).toMatchObject({ status, body: { code } })
    expect(await readdir(server.uploads).catch(() => [])).toEqual([])
  })

  it('is refused by its head if it would unpack to too many pixels', async () => {
    const bomb = await plain(100, 100).png().toBuffer()
    bomb.writeUInt32BE(100_000, 16)
    bomb.writeUInt32BE(100_000, 20)
    // The sum over the head, as the format wants it.
    bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
    expect(await sends(bomb)).toMatchObject({ status: 413, body: { code: 'image-too-many-pixels' } })
  })

  it('is refused if it is larger than 10 MB, and where the pad is not there or frozen', async () => {
    expect((await sends(Buffer.alloc(10 * 1024 * 1024 + 1))).status).toBe(413)
    const bytes = await plain(10, 10).png().toBuffer()
    expect(await sends(bytes, 'nowhere')).toMatchObject({ status: 404, body: { code: 'no-such-pad' } })
    await server.api('POST', '/pads/edge/freeze', undefined, { authorization: `Bearer ${ORGANISER_KEY}` })
    expect(await sends(bytes)).toMatchObject({ status: 403, body: { code: 'pad-frozen' } })
  })

  it('is refused while many others wait, and taken when they are done', async () => {
    const slow = await plain(3_000, 3_000).jpeg().toBuffer()
    const answers = await Promise.all(Array.from({ length: 20 }, () => sends(slow)))
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused[0]).toMatchObject({ status: 503, body: { code: 'too-many-images' } })
    expect(answers.length - refused.length).toBeGreaterThan(8)
    expect(await sends(slow)).toMatchObject({ status: 201 })
  })

  it('is not found by a name that is none', async () => {
    for (const name of ['x.png', '..%2f..%2fforumpad.db', `${'0'.repeat(64)}.png`])
      expect((await sees(`/p/edge/images/${name}`)).status).toBe(404)
  })
})

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
