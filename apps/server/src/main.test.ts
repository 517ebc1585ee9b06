import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from './store/sqlite/open-database.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Starts the program from its sources, as an operator would, and waits until it ends. */
async function start(env: Record<string, string>): Promise<{ code: number | null; says: string }> {
  const program = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'main.ts')], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let says = ''
  program.stderr.setEncoding('utf8').on('data', (text) => {
    says += text
  })
  const code = await new Promise<number | null>((resolve) => program.once('close', resolve))
  return { code, says }
}

const oneSentence = /^[^\n]+[.:] ?[^\n]*\n$/

describe('What keeps the program from starting is said in one sentence', () => {
  it('an unusable setting', async () => {
    const { code, says } = await start({ PORT: 'eighty' })
    expect(code).toBe(1)
    expect(says).toBe('PORT=eighty is not a port from 0 to 65535; a good value is PORT=3000.\n')
  })

  it('a data folder that cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const { code, says } = await start({ DATA_DIR: join(folder, 'file', 'data') })
    expect(code).toBe(1)
    expect(says).toMatch(oneSentence)
    expect(says).toContain('cannot be written')
  })

  it('a database from a newer version', async () => {
    const { raw, close } = await openDatabase(folder)
    raw.prepare("INSERT INTO kysely_migration VALUES ('9999-telepathy', '2031-01-01')").run()
    await close()
    const { code, says } = await start({})
    expect(code).toBe(1)
    expect(says).toMatch(oneSentence)
    expect(says).toContain('newer version')
  })
})
