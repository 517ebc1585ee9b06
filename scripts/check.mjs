import { pathToFileURL } from 'node:url'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, runNode } from './run.mjs'

/** Types and lint: resolves with the names of what failed. */
export async function check() {
  const failed = []
  if ((await runNode('typescript/bin/tsc', ['-p', '.'])) !== 0) failed.push('types')
  if ((await runNode('@biomejs/biome/bin/biome', ['check', '.'])) !== 0) failed.push('lint')
  return failed
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode()
  await main(async () => {
    await ensureInstalled()
    const failed = await check()
    if ((await runNode('vitest/vitest.mjs', ['run', 'tests/layers.test.ts'])) !== 0) failed.push('layers')
    process.stdout.write(
      failed.length === 0 ? 'Types, lint and layers are clean.\n' : `Failed: ${failed.join(', ')}.\n`,
    )
    return failed.length === 0 ? 0 : 1
  })
}
