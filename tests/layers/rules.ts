import { posix } from 'node:path'
import type { Import, SourceFile } from './source-file.ts'

/** Who may import whom, as DESIGN's layout draws it; docs/decisions/0004 says why sync may import api. */
export const LAYERS: Record<string, string[]> = {
  'apps/web': ['packages/api', 'packages/pad-schema'],
  'apps/server': ['packages/api', 'packages/pad-schema', 'packages/sync', 'packages/agenda'],
  'packages/sync': ['packages/api'],
  'packages/api': [],
  'packages/pad-schema': [],
  'packages/agenda': [],
}

/** Packages from elsewhere that would pull a package of ours out of its layer. Tests may use them. */
const FOREIGN: Record<string, RegExp> = {
  'packages/sync': /^(fastify|ws|better-sqlite3|kysely|pg|node:.*|@fastify\/.*|react|react-dom)$/,
  'packages/pad-schema': /^(react|react-dom|@tiptap\/react|node:.*)$/,
  'packages/agenda': /^(node:.*|undici|fastify)$/,
  'packages/api': /^(node:.*|fastify|react)$/,
}

/** Layers that live without a clock and without a network of their own. */
const UNWORLDLY = ['packages/agenda', 'packages/sync', 'packages/api', 'packages/pad-schema']

/** The one boundary where a library's types can only be met with `any`; it goes no further than that file. */
const MARKED_ANY = 'packages/pad-schema/src/yjs/items.ts'

const MOST_LINES = 300

/** `apps/web/src/editor/toolbar.tsx` lies in layer `apps/web`, folder `editor`; a file right under src has no folder. */
type Place = { layer: string; folder: string | undefined }

/**
 * Every broken rule as one line: `path:line what is wrong`. `names` says which layer a
 * package name stands for, `entries` which files a package.json exports.
 */
export function brokenRules(
  files: readonly SourceFile[],
  names: ReadonlyMap<string, string>,
  entries: ReadonlySet<string>,
): string[] {
  const known = new Map(files.map((file) => [file.path, file]))
  return [...files.flatMap((file) => brokenBy(file, known, names, entries)), ...cycles(files, known)]
}

function brokenBy(
  file: SourceFile,
  known: ReadonlyMap<string, SourceFile>,
  names: ReadonlyMap<string, string>,
  entries: ReadonlySet<string>,
): string[] {
  const place = placeOf(file.path)
  const broken: string[] = []
  const say = (line: number, what: string) => broken.push(`${file.path}:${line} ${what}`)

  for (const each of file.imports) {
    const target = targetOf(file, each, names)
    if (target === undefined) continue
    if (target.is === 'outside') {
      if (!isTest(file.path) && FOREIGN[place.layer]?.test(target.name))
        say(each.line, `${place.layer} must not know ${target.name}`)
      continue
    }
    const there = placeOf(target.path)
    if (there.layer !== place.layer) {
      if (each.from.startsWith('.'))
        say(each.line, `imports ${each.from} across packages: import the package by its name`)
      if (!LAYERS[place.layer]?.includes(there.layer)) say(each.line, `${place.layer} must not import ${there.layer}`)
    } else {
      if (!known.has(target.path) && isCode(target.path))
        say(each.line, `imports ${each.from}, and there is no such file`)
      if (!mayMeet(file.path, place, there))
        say(each.line, `${place.folder} must not import ${there.folder}: features meet in app.ts, main.ts or pages/`)
    }
  }
  for (const line of file.environment) {
    if (!/^apps\/[^/]+\/(src\/config|[^/]+\.config)\.ts$/.test(file.path) && !isTest(file.path)) {
      say(line, 'reads process.env: only config.ts does, and passes on what is needed')
    }
  }
  for (const line of file.path === MARKED_ANY ? [] : file.anys)
    say(line, 'says any: name the type, or take unknown and look')
  for (const { line, what } of file.worldly) {
    if (UNWORLDLY.includes(place.layer) && !isTest(file.path))
      say(line, `${place.layer} has no ${what} of its own: pass it in`)
  }
  if (file.onlyReexports && !entries.has(file.path)) say(1, 'is a barrel: import the file itself')
  if (file.lines > MOST_LINES && !isData(file.path))
    say(MOST_LINES + 1, `has ${file.lines} lines, more than ${MOST_LINES}: it holds several ideas`)
  return broken
}

/** Whether two folders of one app may know each other. */
function mayMeet(path: string, from: Place, to: Place): boolean {
  if (!from.layer.startsWith('apps/')) return true
  if (from.folder === undefined || to.folder === undefined || from.folder === to.folder) return true
  if (isTest(path) || from.folder === 'pages' || from.folder === 'testing') return true
  // The store implements the ports that the features state; ui and http serve all of them and know none.
  if (from.layer === 'apps/server' && from.folder === 'store') return true
  return SHARED[from.layer]?.includes(to.folder) ?? false
}

/** Folders that every feature of an app may import. */
export const SHARED: Record<string, string[]> = {
  'apps/web': ['ui', 'languages'],
  'apps/server': ['http', 'asides'],
}

type Target = { is: 'ours'; path: string } | { is: 'outside'; name: string }

function targetOf(file: SourceFile, { from }: Import, names: ReadonlyMap<string, string>): Target | undefined {
  if (from.startsWith('.')) {
    return { is: 'ours', path: posix.join(posix.dirname(file.path), from.replace(/\?.*$/, '')) }
  }
  const name = packageName(from)
  const layer = names.get(name)
  return layer ? { is: 'ours', path: `${layer}/src/index.ts` } : { is: 'outside', name }
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function placeOf(path: string): Place {
  const [group, name, , ...rest] = path.split('/')
  return { layer: `${group}/${name}`, folder: rest.length > 1 ? rest[0] : undefined }
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/') || path.includes('/e2e/')
}

function isCode(path: string): boolean {
  return /\.tsx?$/.test(path)
}

function isData(path: string): boolean {
  return /\/(fixtures|data)\//.test(path)
}

/** Every circle of imports, once, at the file that comes first by name. Types count too. */
function cycles(files: readonly SourceFile[], known: ReadonlyMap<string, SourceFile>): string[] {
  const found = new Map<string, string>()
  const finished = new Set<string>()
  const visit = (file: SourceFile, path: readonly string[]) => {
    const at = path.indexOf(file.path)
    if (at >= 0) {
      const circle = path.slice(at)
      found.set([...circle].sort().join(), circle.concat(file.path).join(' -> '))
      return
    }
    if (finished.has(file.path)) return
    for (const each of file.imports) {
      if (!each.from.startsWith('.')) continue
      const next = known.get(posix.join(posix.dirname(file.path), each.from))
      if (next) visit(next, [...path, file.path])
    }
    finished.add(file.path)
  }
  for (const file of files) visit(file, [])
  return [...found.values()].map((circle) => `${circle.split(' -> ')[0]}:1 imports itself in a circle: ${circle}`)
}
