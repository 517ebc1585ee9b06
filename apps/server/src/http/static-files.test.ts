import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { runApp } from '../testing/running-app.ts'

it('lets browsers keep for ever what has its content in its name, and serves nothing else of the folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  await mkdir(join(folder, 'assets'))
  await mkdir(join(folder, '.vite'))
  await writeFile(join(folder, 'assets', 'main-BVrhlrce.js'), 'start()')
  await writeFile(join(folder, 'assets', 'main-BVrhlrce.js.gz'), gzipSync('start()'))
  await writeFile(join(folder, 'assets', 'icon.svg'), '<svg/>')
  await writeFile(join(folder, 'service-worker.js'), 'work()')
  await writeFile(join(folder, 'robots.txt'), 'User-agent: *')
  await writeFile(join(folder, '.vite', 'manifest.json'), '{}')
  const server = await runApp({}, { clientFolder: folder })

  const cacheOf = async (path: string) => (await fetch(`${server.url}${path}`)).headers.get('cache-control')
  expect(await cacheOf('/assets/main-BVrhlrce.js')).toBe('public, max-age=31536000, immutable')
  expect(await cacheOf('/robots.txt')).toBe('public, max-age=3600')
  expect(await cacheOf('/service-worker.js')).toBe('no-cache')
  expect(await cacheOf('/assets/icon.svg')).toBe('public, max-age=3600')
  const script = await fetch(`${server.url}/assets/main-BVrhlrce.js`, { headers: { 'accept-encoding': 'gzip' } })
  expect(script.headers.get('content-encoding')).toBe('gzip')
  expect(script.headers.get('content-type')).toMatch(/javascript/)
  expect(await script.text()).toBe('start()')
  expect((await fetch(`${server.url}/.vite/manifest.json`)).status).toBe(404)
  expect((await fetch(`${server.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404)

  await server.end()
  await rm(folder, { recursive: true })
})
