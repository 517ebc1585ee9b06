import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readDockerfile } from '../scripts/dockerfile.mjs'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const lock: { packages: Record<string, { version?: string; resolved?: string; link?: boolean }> } =
  json('package-lock.json')
const locked = Object.entries(lock.packages).map(([path, entry]) => ({
  name: path.split('node_modules/').pop(),
  ...entry,
}))
const workspaces = Object.keys(lock.packages).filter((path) => /^(apps|packages)\/[^/]+$/.test(path))

describe('the lockfile', () => {
  it('names no registry, so that everybody may use their own', () => {
    expect(locked.filter((each) => each.resolved?.includes('://'))).toEqual([])
  })

  it('holds one version of every TipTap package', () => {
    const tiptap = locked.filter((each) => each.name?.startsWith('@tiptap/') && each.name !== '@tiptap/y-tiptap')
    expect(tiptap.length).toBeGreaterThan(5)
    expect(tiptap.filter((each) => each.version !== '3.31.3')).toEqual([])
  })

  it('has one Yjs and no y-prosemirror beside y-tiptap', () => {
    expect(locked.filter((each) => each.name === 'y-prosemirror')).toEqual([])
    expect(locked.filter((each) => each.name === 'yjs')).toHaveLength(1)
  })
})

describe('the workspaces', () => {
  it.each(['.', ...workspaces])('%s is private and an ES module', (folder) => {
    expect(json(`${folder}/package.json`)).toMatchObject({ private: true, type: 'module' })
  })

  it('take each package at one version', () => {
    const asked = new Map<string, Set<string>>()
    for (const folder of workspaces) {
      for (const [name, version] of Object.entries<string>(json(`${folder}/package.json`).dependencies ?? {})) {
        asked.set(name, (asked.get(name) ?? new Set()).add(version))
      }
    }
    expect([...asked].filter(([, versions]) => versions.size > 1)).toEqual([])
  })
})

describe('the committed files', () => {
  const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && existsSync(ROOT + file))

  it('name no folder of the machine they were written on', () => {
    // Put together here, or this file would name them itself.
    const machine = new RegExp(['/wo' + 'rk/', '/ro' + 'ot/', '/Us' + 'ers/'].join('|'))
    const text = files.filter((file) => /\.(tsx?|mjs|json|md|ya?ml|css|html|ics)$/.test(file) || file === 'Dockerfile')
    expect(text.filter((file) => machine.test(readFileSync(ROOT + file, 'utf8')))).toEqual([])
  })

  it('keep out what is made or private', () => {
    expect(
      files.filter(
        (file) => /(^|\/)(node_modules|dist|data|test-results)\//.test(file) || /\.(sqlite|db|env)$/.test(file),
      ),
    ).toEqual([])
  })

  it('are small', () => {
    const large = files.filter((file) => statSync(ROOT + file).size > 400_000)
    expect(large).toEqual([])
  })

  it('come with the licence', () => {
    expect(readFileSync(`${ROOT}LICENSE`, 'utf8')).toContain('Apache License')
    expect(json('package.json').license).toBe('Apache-2.0')
  })

  it('link only to pages and pictures that are there', () => {
    const pages = files.filter((file) => file.endsWith('.md'))
    const broken = pages.flatMap((page) =>
      [...readFileSync(ROOT + page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
        .map(([, target]) => new URL(target ?? '', `file:///${page}`).pathname.slice(1))
        .filter((target) => !existsSync(ROOT + target))
        .map((target) => `${page} -> ${target}`),
    )
    expect(broken).toEqual([])
  })
})

describe('the image', () => {
  const stages = readDockerfile(readFileSync(`${ROOT}Dockerfile`, 'utf8'))
  const steps = stages.at(-1)?.steps ?? []
  const find = (instruction: string) =>
    steps.filter((step) => step.instruction === instruction).map((step) => step.rest)

  it('runs on Node 24, as nobody in particular, with its data outside', () => {
    expect(stages.at(-1)?.from).toBe('node:24-bookworm-slim')
    expect(find('USER')).toEqual(['node'])
    expect(find('VOLUME')).toEqual(['/data'])
    expect(find('ENV').join()).toContain('HOST=0.0.0.0')
    expect(find('HEALTHCHECK').join()).toContain('/health')
  })

  it('takes in the package.json of every workspace before it installs', () => {
    const copied = stages[0]?.steps.filter((step) => step.instruction === 'COPY').map((step) => step.rest.split(' ')[0])
    expect(copied?.filter((path) => path !== 'package.json').sort()).toEqual(
      workspaces.map((folder) => `${folder}/package.json`).sort(),
    )
  })

  it('carries the server and the pages and leaves the tools behind', () => {
    expect(find('COPY')).toEqual([
      '/forumpad ./',
      'apps/server/sample apps/server/sample',
      '/forumpad/apps/server/dist apps/server/dist',
      '/forumpad/apps/web/dist apps/web/dist',
    ])
  })
})

describe('docker-compose.yml', () => {
  const compose = parse(readFileSync(`${ROOT}docker-compose.yml`, 'utf8'))

  it('starts the server with its data in a volume', () => {
    const [volume = ''] = compose.services.forumpad.volumes
    const [name = '', folder] = volume.split(':')
    expect(folder).toBe('/data')
    expect(compose.volumes).toHaveProperty(name)
    expect(compose.services.forumpad.build).toBe('.')
  })

  it('asks the server how it is', () => {
    const check = compose.services.forumpad.healthcheck
    expect(check.test.slice(0, 3)).toEqual(['CMD', 'node', '-e'])
    expect(check.test[3]).toContain('/health')
    expect(check).toMatchObject({
      interval: expect.any(String),
      timeout: expect.any(String),
      retries: expect.any(Number),
    })
  })
})

describe('the scripts', () => {
  it('need nothing installed to start', () => {
    const entries = ['start', 'dev', 'build', 'check', 'test', 'e2e'].map((name) => `scripts/${name}.mjs`)
    const seen = new Set<string>()
    const visit = (file: string): string[] => {
      if (seen.has(file)) return []
      seen.add(file)
      return [...readFileSync(ROOT + file, 'utf8').matchAll(/^import .*from '([^']+)'$/gm)].flatMap(([, from = '']) =>
        from.startsWith('./')
          ? visit(`scripts/${from.slice(2)}`)
          : from.startsWith('node:')
            ? []
            : [`${file}: ${from}`],
      )
    }
    expect(entries.flatMap(visit)).toEqual([])
  })
})

function json(path: string) {
  return JSON.parse(readFileSync(ROOT + path, 'utf8'))
}
