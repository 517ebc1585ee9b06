import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const FIRST = 'src/main.tsx'
const EDITOR = 'live-parts'

/**
 * What a cold visit to a pad loads before one can write, in bytes of gzip: the scripts and styles of the page and of the editor.
 *
 * @param client the folder of the browser's build, with Vite's manifest in it
 */
export function firstVisit(client) {
  const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'))
  const editor = Object.keys(manifest).find((key) => manifest[key].name === EDITOR)
  if (editor === undefined) throw new Error(`The build has no script called "${EDITOR}".`)
  const files = new Set()
  const chunks = new Set([FIRST, editor])
  for (const key of chunks) {
    const { file, css = [], imports = [] } = manifest[key]
    for (const each of [file, ...css]) files.add(each)
    for (const each of imports) chunks.add(each)
  }
  const bytesOf = (ending) =>
    [...files]
      .filter((file) => file.endsWith(ending))
      .reduce((sum, file) => sum + statSync(join(client, `${file}.gz`)).size, 0)
  return { scripts: bytesOf('.js'), styles: bytesOf('.css'), requests: files.size }
}

/** The same in words. */
export function inWords({ scripts, styles, requests }) {
  const kB = (bytes) => `${Math.round(bytes / 1000)} kB`
  return `Before the editor is usable: ${kB(scripts)} of script and ${kB(styles)} of styles (gzip) in ${requests} files.`
}
