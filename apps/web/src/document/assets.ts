/** What a page's head names: everything under the site's own address. */
export type Assets = { scripts: string[]; styles: string[]; fonts: string[]; preloads: string[] }

/** The part of Vite's manifest that is used here. */
export type Manifest = Record<
  string,
  { file: string; css?: string[]; imports?: string[]; dynamicImports?: string[]; assets?: string[] }
>

/** The faces that the first paint of every page needs; the others load when a text asks for them. */
const FIRST_FONTS = [
  'ibm-plex-sans-latin-400-normal',
  'ibm-plex-sans-latin-600-normal',
  'ibm-plex-mono-latin-400-normal',
]

/** In development Vite's server makes everything on request. */
export const developmentAssets: Assets = {
  scripts: ['/@vite/client', '/src/main.tsx'],
  styles: ['/src/styles.css?direct'],
  fonts: [],
  preloads: [],
}

/**
 * Names the hashed files of a build.
 *
 * @param lazily whether this page will load the lazy parts too (the editor): then their styles are linked at once, so that
 *   the text does not change its looks when they arrive
 */
export function builtAssets(manifest: Manifest, { lazily }: { lazily: boolean }): Assets {
  const main = chunk(manifest, 'src/main.tsx')
  const lazy = lazily ? (main.dynamicImports ?? []) : []
  const all = reachable(manifest, ['src/main.tsx', ...lazy])
  const files = Object.values(manifest).flatMap((entry) => [entry.file, ...(entry.assets ?? [])])
  return {
    scripts: [url(main.file)],
    styles: unique([...all].flatMap((key) => chunk(manifest, key).css ?? [])).map(url),
    fonts: FIRST_FONTS.flatMap((name) => files.find((file) => file.includes(name)) ?? []).map(url),
    preloads: [...all].filter((key) => key !== 'src/main.tsx').map((key) => url(chunk(manifest, key).file)),
  }
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
