import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const WORTH_IT = /\.(js|css|svg)$/

/** Lays `x.js.br` and `x.js.gz` beside each `x.js`: what browsers load is packed once, as small as it gets. */
export function compressFolder(folder) {
  for (const name of readdirSync(folder)) {
    if (!WORTH_IT.test(name)) continue
    const file = join(folder, name)
    const content = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(content))
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }))
  }
}
