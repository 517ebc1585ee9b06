import type { Language, LivePageData } from '@forumpad/api'

/** What a page's head names: everything under the site's own address. */
export type Assets = { scripts: string[]; styles: string[]; fonts: string[]; preloads: string[] }

/** The part of Vite's manifest that is used here. */
export type Manifest = Record<
  string,
  { file: string; name?: string; css?: string[]; imports?: string[]; dynamicImports?: string[]; assets?: string[] }
>

/** The faces that the first paint of every page needs; the others load when a text asks for them. */
const FIRST_FONTS = [
  'ibm-plex-sans-latin-400-normal',
  'ibm-plex-sans-latin-600-normal',
  'ibm-plex-mono-latin-400-normal',
]

/** The script that comes with the editor, see vite/two-scripts.ts. */
const EDITOR = 'live-parts'
/** The file of each page but the pad, which is in the first script. */
const PAGES = 'src/pages/'
/** The sentences of each language but English, and in a folder of their own those of the server's. */
const CATALOGUES = 'src/languages/'

/** In development Vite's server makes everything on request. */
export const developmentAssets: Assets = {
  scripts: ['/@vite/client', '/src/main.tsx'],
  styles: ['/src/styles.css?direct'],
  fonts: [],
  preloads: [],
}

export const printedDevelopmentAssets: Assets = {
  scripts: [],
  styles: ['/src/printed.css?direct'],
  fonts: [],
  preloads: [],
}

/**
 * Names the hashed files of a build: those of the first script, of this kind of page, and of its language. A pad will load its editor too,
 * so its styles are linked at once: the text does not change its looks when they arrive.
 */
export function builtAssets(manifest: Manifest, page: LivePageData['page'], language: Language): Assets {
  const main = chunk(manifest, 'src/main.tsx')
  const editor = (main.dynamicImports ?? []).filter((key) => chunk(manifest, key).name === EDITOR)
  const its = page === 'pad' ? editor : [`${PAGES}${page}-page.tsx`]
  const heard = page === 'pad' ? [] : [`${CATALOGUES}heard/${language}.json`]
  const sentences = [`${CATALOGUES}${language}.json`, ...heard].filter((key) => key in manifest)
  const all = reachable(manifest, ['src/main.tsx', ...its, ...sentences])
  return {
    scripts: [url(main.file)],
    styles: unique([...all].flatMap((key) => chunk(manifest, key).css ?? [])).map(url),
    fonts: fontsOf(manifest),
    preloads: [...all].filter((key) => key !== 'src/main.tsx').map((key) => url(chunk(manifest, key).file)),
  }
}

/** The same for the pages that no script takes over. */
export function printedAssets(manifest: Manifest): Assets {
  const styles = [url(chunk(manifest, 'src/printed.css').file)]
  return { scripts: [], styles, fonts: fontsOf(manifest), preloads: [] }
}

function fontsOf(manifest: Manifest): string[] {
  const files = Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.assets ?? [])])
  return FIRST_FONTS.flatMap((name) => files.find((file) => file.includes(name)) ?? []).map(url)
}

/** The chunks and those that they cannot do without. What they load later by themselves is left to them. */
function reachable(manifest: Manifest, from: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (key: string) => {
    if (seen.has(key)) return
    seen.add(key)
    for (const next of chunk(manifest, key).imports ?? []) visit(next)
  }
  for (const key of from) visit(key)
  return seen
}

function chunk(manifest: Manifest, key: string) {
  const entry = manifest[key]
  if (!entry) throw new Error(`The client build has no ${key}. Build the client before the server: vite build.`)
  return entry
}

const url = (file: string) => `/${file}`
const unique = (values: string[]) => [...new Set(values)]
