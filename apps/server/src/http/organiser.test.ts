import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createOrganiser } from './organiser.ts'
import { keptSecret } from './secrets.ts'

const organiser = createOrganiser('the-key-of-this-server')

it('lets a program in that brings the key', async () => {
  expect(organiser.isOrganiser({ authorization: 'Bearer the-key-of-this-server' })).toBe(true)
  expect(organiser.isOrganiser({ authorization: 'Bearer the-key-of-that-server' })).toBe(false)
  expect(organiser.isOrganiser({ authorization: 'Basic the-key-of-this-server' })).toBe(false)
  expect(organiser.isOrganiser({})).toBe(false)
  await expect(organiser.requireOrganiser({ headers: {} })).rejects.toMatchObject({
    status: 401,
    code: 'organiser-only',
  })
})

it('lets a browser in that once opened the link, until the key changes', () => {
  const cookie = organiser.cookieFor('the-key-of-this-server', false)?.split(';')[0]
  expect(cookie).not.toContain('the-key')
  expect(organiser.isOrganiser({ cookie })).toBe(true)
  expect(createOrganiser('another-key-altogether').isOrganiser({ cookie })).toBe(false)
  expect(organiser.cookieFor('a-guess', false)).toBeUndefined()
})

it('makes its key once and keeps it from other users of the machine', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  const first = keptSecret(folder, 'organiser.key')
  expect(first).toMatch(/^[0-9a-f]{48}$/)
  expect(keptSecret(folder, 'organiser.key')).toBe(first)
  expect((await stat(join(folder, 'organiser.key'))).mode & 0o777).toBe(0o600)
  await rm(folder, { recursive: true })
})
