import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { brokenRules, LAYERS } from './layers/rules.ts'
import { readSourceFile } from './layers/source-file.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

const NAMES = new Map(Object.keys(LAYERS).map((layer) => [manifest(layer).name, layer]))

/** The files that a package.json exports: they may collect what other files say. */
const ENTRIES = new Set(
  Object.keys(LAYERS).flatMap((layer) => {
    const { exports = {} } = manifest(layer)
    const files = typeof exports === 'string' ? [exports] : Object.values(exports)
    return files.map((file) => file.replace('./', `${layer}/`))
  }),
)

it('keeps every file of Forumpad in its layer', () => {
  const files = Object.keys(LAYERS).flatMap((layer) => sourcesUnder(layer))
  expect(files.length).toBeGreaterThan(20)
  const broken = brokenRules(
    files.map((path) => readSourceFile(path, readFileSync(ROOT + path, 'utf8'))),
    NAMES,
    ENTRIES,
  )
  expect(broken.join('\n')).toBe('')
  // Every file is read and parsed: on a busy machine that takes its time.
}, 120_000)

it('knows every workspace', () => {
  const workspaces = ['apps', 'packages'].flatMap((group) =>
    readdirSync(ROOT + group).map((name) => `${group}/${name}`),
  )
  expect(Object.keys(LAYERS).sort()).toEqual(workspaces.sort())
})

describe('a rule bites', () => {
  it('when a package imports upwards', () => {
    expect(rulesBrokenIn({ 'packages/sync/src/a.ts': "import { lines } from '@forumpad/pad-schema'" })).toEqual([
      'packages/sync/src/a.ts:1 packages/sync must not import packages/pad-schema',
    ])
  })

  it('for types, re-exports, dynamic imports and types in passing alike', () => {
    const broken = rulesBrokenIn({
      'apps/web/src/a.ts': [
        "import type { LivePads } from '@forumpad/sync'",
        "export { LivePads as Again } from '@forumpad/sync'",
        "const later = () => import('@forumpad/agenda')",
        "type Passing = import('@forumpad/agenda').Agenda",
        "const text = `import x from '@forumpad/sync'` // import '@forumpad/sync'",
      ].join('\n'),
    })
    expect(broken).toEqual([
      'apps/web/src/a.ts:1 apps/web must not import packages/sync',
      'apps/web/src/a.ts:2 apps/web must not import packages/sync',
      'apps/web/src/a.ts:3 apps/web must not import packages/agenda',
      'apps/web/src/a.ts:4 apps/web must not import packages/agenda',
    ])
  })

  it('when a package is imported by its path instead of its name', () => {
    expect(rulesBrokenIn({ 'apps/server/src/a.ts': "import '../../../packages/api/src/pad.ts'" })).toEqual([
      'apps/server/src/a.ts:1 imports ../../../packages/api/src/pad.ts across packages: import the package by its name',
    ])
  })

  it('when the core learns of sockets, databases or the clock', () => {
    const broken = rulesBrokenIn({ 'packages/sync/src/a.ts': "import { WebSocket } from 'ws'\nconst now = Date.now()" })
    expect(broken).toEqual([
      'packages/sync/src/a.ts:1 packages/sync must not know ws',
      'packages/sync/src/a.ts:2 packages/sync has no Date.now() of its own: pass it in',
    ])
  })

  it('when one feature imports another, but not where they meet', () => {
    const agenda = { 'apps/web/src/agenda/day.tsx': '' }
    const importing = "import '../agenda/day.tsx'"
    expect(rulesBrokenIn({ ...agenda, 'apps/web/src/editor/editor.tsx': importing })).toEqual([
      'apps/web/src/editor/editor.tsx:1 editor must not import agenda: features meet in app.ts, main.ts or pages/',
    ])
    expect(rulesBrokenIn({ ...agenda, 'apps/web/src/pages/home.tsx': importing })).toEqual([])
    expect(rulesBrokenIn({ ...agenda, 'apps/web/src/app.tsx': "import './agenda/day.tsx'" })).toEqual([])
  })

  it('when ui, which everybody may use, uses a feature itself', () => {
    const files = { 'apps/web/src/ui/button.tsx': "import '../agenda/day.tsx'", 'apps/web/src/agenda/day.tsx': '' }
    expect(rulesBrokenIn(files)).toHaveLength(1)
  })

  it('when the environment is read outside config.ts', () => {
    expect(rulesBrokenIn({ 'apps/server/src/config.ts': 'export const port = process.env.PORT' })).toEqual([])
    expect(rulesBrokenIn({ 'apps/server/src/app.ts': '\nconst port = process.env.PORT' })).toEqual([
      'apps/server/src/app.ts:2 reads process.env: only config.ts does, and passes on what is needed',
    ])
  })

  it('when somebody writes any', () => {
    expect(rulesBrokenIn({ 'packages/api/src/a.ts': 'const any = 1\nconst b: any = any' })).toEqual([
      'packages/api/src/a.ts:2 says any: name the type, or take unknown and look',
    ])
  })

  it('when a file is a barrel, unless it is the entry of a package', () => {
    const barrel = "export * from './pad.ts'\nexport type { A } from './pad.ts'"
    const files = { 'packages/api/src/pad.ts': 'export type A = 1' }
    expect(rulesBrokenIn({ ...files, 'packages/api/src/index.ts': barrel })).toEqual([])
    expect(rulesBrokenIn({ ...files, 'packages/api/src/all.ts': barrel })).toEqual([
      'packages/api/src/all.ts:1 is a barrel: import the file itself',
    ])
  })

  it('when files import each other in a circle', () => {
    const files = {
      'packages/sync/src/a.ts': "import { b } from './b.ts'",
      'packages/sync/src/b.ts': "import type { C } from './c.ts'",
      'packages/sync/src/c.ts': "export { a } from './a.ts'; export const c = 1",
    }
    expect(rulesBrokenIn(files)).toEqual([
      'packages/sync/src/a.ts:1 imports itself in a circle: packages/sync/src/a.ts -> packages/sync/src/b.ts -> packages/sync/src/c.ts -> packages/sync/src/a.ts',
    ])
  })

  it('when a file grows past 300 lines, unless it is data', () => {
    const long = 'export {}\n'.repeat(301)
    expect(rulesBrokenIn({ 'packages/api/src/long.ts': long })).toEqual([
      'packages/api/src/long.ts:301 has 301 lines, more than 300: it holds several ideas',
    ])
    expect(rulesBrokenIn({ 'packages/api/src/fixtures/long.ts': long })).toEqual([])
  })

  it('when an imported file is not there', () => {
    expect(rulesBrokenIn({ 'packages/api/src/a.ts': "import './b.ts'" })).toEqual([
      'packages/api/src/a.ts:1 imports ./b.ts, and there is no such file',
    ])
  })
})

function rulesBrokenIn(tree: Record<string, string>): string[] {
  return brokenRules(
    Object.entries(tree).map(([path, text]) => readSourceFile(path, text)),
    NAMES,
    ENTRIES,
  )
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(ROOT + folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath.slice(ROOT.length)}/${entry.name}`.replaceAll('\\', '/'))
    .filter((path) => !/\/(node_modules|dist|e2e)\//.test(path))
    .sort()
}

function manifest(layer: string): { name: string; exports?: string | Record<string, string> } {
  return JSON.parse(readFileSync(`${ROOT}${layer}/package.json`, 'utf8'))
}
