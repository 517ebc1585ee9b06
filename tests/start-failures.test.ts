import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, expect, it } from 'vitest'
import { freePort } from '../apps/web/e2e/harness/free-port.ts'
import { runServer } from '../apps/web/e2e/harness/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'forumpad-start-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('says so when the port is taken', async () => {
  const port = await freePort()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  try {
    await expectOneSentence({ PORT: String(port), DATA_DIR: join(folder, 'port') }, new RegExp(String(port)))
  } finally {
    other.close()
  }
})

it('says so when the data folder cannot be made', async () => {
  // Under a file, so that even an administrator cannot write there.
  const file = join(folder, 'a-file')
  writeFileSync(file, 'not a folder')
  await expectOneSentence({ DATA_DIR: join(file, 'data') }, /DATA_DIR|data/)
})

it('says so when the database is from a newer version', async () => {
  const dataDir = join(folder, 'newer')
  const port = await freePort()
  const first = runServer({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  await untilAnswers(port)
  first.child.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  pretendNewer(dataDir)

  await expectOneSentence({ DATA_DIR: dataDir }, /newer/)
})

it('says so when a variable cannot be used, and which', async () => {
  await expectOneSentence({ PORT: 'eighty' }, /^PORT/)
  await expectOneSentence({ PUBLIC_URL: 'example.org' }, /^PUBLIC_URL/)
  await expectOneSentence({ DATABASE_URL: 'mysql://host/db' }, /^DATABASE_URL/)
})

it('says so when the agenda is not there', async () => {
  await expectOneSentence({ DATA_DIR: join(folder, 'agenda') }, /nothing-here\.ics/, ['--agenda', 'nothing-here.ics'])
})

/** One sentence on the screen, no stack, and exit code 1. */
async function expectOneSentence(env: Record<string, string>, about: RegExp, args: string[] = []): Promise<void> {
  const { ended, output } = runServer(
    { PORT: String(await freePort()), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'warn', ...env },
    args,
  )
  expect(await ended).toBe(1)
  const lines = output().trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(about)
  expect(lines[0]).toMatch(/[.!]$/)
}

async function untilAnswers(port: number): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/health`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 20_000, interval: 100 },
    )
    .toBe(200)
}

/** As a later Forumpad would leave its database: with a migration that this one does not know. */
function pretendNewer(dataDir: string): void {
  const database = new Database(join(dataDir, 'forumpad.sqlite'))
  database
    .prepare('INSERT INTO kysely_migration (name, timestamp) VALUES (?, ?)')
    .run('9999-from-the-future', new Date().toISOString())
  database.close()
}
