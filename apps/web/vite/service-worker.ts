import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { builtAssets, type Manifest } from '../src/document/assets.ts'
import type { BuildFacts } from '../src/offline/build-facts.ts'

/** Parts that load when they are asked for are kept too, so that tools work without network; but nobody is sent a large one unasked. */
const SMALL_BYTES = 64 * 1024

/**
 * Builds `service-worker.js` after the pages, and writes into it which files belong to this build. It is a program of its own, so
 * it shares no script with the pages; its address must stay the same, so it has no hash in its name.
 */
export function serviceWorker(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'service-worker',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      const outDir = join(config.root, config.build.outDir)
      await build({
        configFile: false,
        root: config.root,
        logLevel: config.logLevel,
        publicDir: false,
        define: { BUILD: JSON.stringify(factsOf(outDir)) },
        build: {
          outDir,
          emptyOutDir: false,
          rolldownOptions: {
            input: 'src/offline/service-worker.ts',
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      })
    },
  }
}

/** The sentences of a language are kept by whoever reads it: they come with their first page. */
const isCatalogue = (key: string) => /^src\/languages\/.*\.json$/.test(key)

function factsOf(outDir: string): BuildFacts {
  const text = readFileSync(join(outDir, '.vite', 'manifest.json'), 'utf8')
  const manifest: Manifest = JSON.parse(text)
  const sentences = Object.keys(manifest).flatMap((key) => (isCatalogue(key) ? [manifest[key]?.file] : []))
  const small = readdirSync(join(outDir, 'assets')).filter(
    (file) =>
      /\.(js|css)$/.test(file) &&
      !sentences.includes(`assets/${file}`) &&
      statSync(join(outDir, 'assets', file)).size <= SMALL_BYTES,
  )
  const needed = (['pad', 'offline'] as const).flatMap((page) => {
    const { scripts, styles, fonts, preloads } = builtAssets(manifest, page, 'en')
    return [...scripts, ...styles, ...fonts, ...preloads]
  })
  return {
    name: createHash('sha256').update(text).digest('hex').slice(0, 12),
    assets: [...new Set([...needed, '/assets/icon.svg', ...small.map((file) => `/assets/${file}`)])],
  }
}
