import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ORGANISER_KEY, startServer, type TestServer } from '../apps/web/e2e/harness/server.ts'
import { joinPad } from '../apps/web/e2e/harness/stock-client.ts'

const ROUNDS = 6
const LINES = 60
const HEADERS = { authorization: `Bearer ${ORGANISER_KEY}`, 'content-type': 'application/json' }

let server: TestServer

beforeAll(async () => {
  server = await startServer()
}, 20_000)

afterAll(() => server?.end())

const TITLE = `A redaction happened wholly or not at all, killed ${ROUNDS} times on its way, and the pad opens`

it(TITLE, { timeout: 240_000 }, async () => {
  // How long one takes here, so that the kills fall all over it.
  const first = await padWithSecret(0)
  const begun = performance.now()
  await redact(first)
  const whole = performance.now() - begun
  expect(await traces(first)).toEqual(NONE)

  const states: string[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    const pad = await padWithSecret(round)
    const before = await traces(pad)
    expect(before).toEqual({ text: LINES, past: LINES - 1, chat: 1, redactions: 0 })
    const asked = redact(pad).catch(() => {})
    await pause((whole * 1.2 * round) / ROUNDS)
    await server.kill()
    await asked
    await server.start()

    const newcomer = joinPad(server.url, pad.name)
    await newcomer.synced()
    expect(newcomer.text().split('\n').length).toBeGreaterThan(LINES)
    newcomer.leaves()
    const after = await traces(pad)
    expect([before, NONE]).toContainEqual(after)
    states.push(after.redactions === 0 ? 'before' : 'after')
    if (after.redactions === 0) await redact(pad)
    expect(await traces(pad)).toEqual(NONE)
    expect((await onDisk()).includes(pad.secret), `round ${round}, ${states}`).toBe(false)
  }
  console.info(`Killed at: ${states.join(', ')}`)
})

type Pad = { name: string; secret: string; revision: number }
type Traces = { text: number; past: number; chat: number; redactions: number }

const NONE: Traces = { text: 0, past: 0, chat: 0, redactions: 1 }

/** A pad in which many revisions hold the same word, and its chat does too. */
async function padWithSecret(round: number): Promise<Pad> {
  const [name, secret] = [`kill-${round}`, `hunter-${round}-password`]
  await server.makePad(name, 'The first line')
  const ada = joinPad(server.url, name)
  await ada.synced()
  for (let i = 0; i < LINES; i += 1) {
    ada.addsLine(`Line ${i}: ${secret}`)
    // Each is a revision of its own.
    await pause(0)
  }
  const pad = `${server.url}/api/v1/pads/${name}`
  await expect.poll(async () => (await server.textOf(name)).split(secret).length - 1, { timeout: 10_000 }).toBe(LINES)
  ada.leaves()
  chatOf((database) =>
    database
      .prepare(
        `INSERT INTO chat_message (pad, id, change, at, person, name, hue, text, key)
         SELECT id, 1, 1, 1, 'eve', 'Eve', 1, ?, 'k' FROM pad WHERE name = ?`,
      )
      .run(`It is ${secret}`, name),
  )
  const { revision } = (await answered(pad)) as { revision: number }
  return { name, secret, revision }
}

async function redact({ name, secret }: Pad): Promise<void> {
  await answered(`${server.url}/api/v1/pads/${name}/redactions`, {
    method: 'POST',
    body: JSON.stringify({ words: secret }),
  })
}

/** How often the word stands in the text, at the revision before, and in the chat, and how many redactions are noted. */
async function traces({ name, secret, revision }: Pad): Promise<Traces> {
  const pad = `${server.url}/api/v1/pads/${name}`
  const count = (text: string) => text.split(secret).length - 1
  const past = await (await fetch(`${server.url}/p/${name}/${revision - 1}/export/txt`)).text()
  const chat = chatOf((database) => JSON.stringify(database.prepare('SELECT text FROM chat_message').all()))
  const { redactions } = (await answered(`${pad}/redactions`)) as { redactions: unknown[] }
  return {
    text: count(await server.textOf(name)),
    past: count(past),
    chat: count(chat),
    redactions: redactions.length,
  }
}

/** The chat is told on sockets alone. */
function chatOf<Result>(ask: (database: Database.Database) => Result): Result {
  const database = new Database(join(server.dataDir, 'forumpad.sqlite'))
  try {
    return ask(database)
  } finally {
    database.close()
  }
}

async function answered(address: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(address, { headers: HEADERS, ...init })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
  return answer.json()
}

async function onDisk(): Promise<string> {
  const file = join(server.dataDir, 'forumpad.sqlite')
  const bytes = [await readFile(file), await readFile(`${file}-wal`).catch(() => Buffer.alloc(0))]
  return Buffer.concat(bytes).toString('latin1')
}
