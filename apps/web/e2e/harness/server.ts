import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

export const ORGANISER_KEY = 'the-key-of-the-organisers-in-tests'

/** The built server as its own process, with a data folder that lives as long as the test. */
export interface TestServer {
  readonly url: string
  readonly port: number
  readonly dataDir: string
  /** Starts it, again after a kill: same port, same data. Resolves when it answers. */
  start(): Promise<void>
  /** `kill -9`: it gets no chance to save anything. */
  kill(): Promise<void>
  /** Asks it to end, and resolves with its exit code. */
  stop(): Promise<number | null>
  /** Stops it and removes its data. */
  end(): Promise<void>
  /** An event with the sessions of an agenda, in any format. Its times are those of Berlin. */
  makeEvent(slug: string, title: string, agenda: string): Promise<void>
  /** A pad with this text. */
  makePad(name: string, text?: string): Promise<void>
  /** The organiser freezes a pad or thaws it; resolves when that is stored. */
  freeze(name: string): Promise<void>
  thaw(name: string): Promise<void>
  /** Who may come into a pad without a link. */
  narrow(name: string, access: 'open' | 'by-link' | 'closed'): Promise<void>
  /** A link that gives a role in a pad: its address and its number. */
  makeLink(name: string, role: string): Promise<{ url: string; id: number }>
  revoke(name: string, link: number): Promise<void>
  /** The committed text of a pad. */
  textOf(name: string): Promise<string>
}

/** Starts a server and resolves when it answers. `end` must be called. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'forumpad-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let running: Running | undefined

  const start = async () => {
    running = runServer({ PORT: String(port), DATA_DIR: dataDir, ORGANISER_KEY, LOG_LEVEL: 'warn', ...env })
    await untilHealthy(url, running)
  }
  const end = async (signal: NodeJS.Signals) => {
    running?.child.kill(signal)
    const code = (await running?.ended) ?? null
    running = undefined
    return code
  }

  const asOrganiser = async (path: string, body?: object, method = 'POST') => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${ORGANISER_KEY}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }

  await start()
  return {
    url,
    port,
    dataDir,
    start,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: () => end('SIGTERM'),
    end: async () => {
      await end('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
    async makeEvent(slug, title, agenda) {
      await asOrganiser('/events', { slug, title, timeZone: 'Europe/Berlin' })
      await asOrganiser(`/events/${slug}/imports`, { text: agenda })
    },
    makePad: async (name, text) => void (await asOrganiser('/pads', { name, ...(text === undefined ? {} : { text }) })),
    freeze: async (name) => void (await asOrganiser(`/pads/${name}/freeze`)),
    thaw: async (name) => void (await asOrganiser(`/pads/${name}/thaw`)),
    narrow: async (name, access) => void (await asOrganiser(`/pads/${name}/access`, { access }, 'PUT')),
    async makeLink(name, role) {
      const made = await (await asOrganiser(`/pads/${name}/links`, { role })).json()
      return { url: made.url, id: made.link.id }
    },
    revoke: async (name, link) => void (await asOrganiser(`/pads/${name}/links/${link}`, undefined, 'DELETE')),
    textOf: async (name) => (await fetch(`${url}/api/v1/pads/${name}/text`)).text(),
  }
}

export type Running = { child: ChildProcess; ended: Promise<number | null>; output: () => string }

/** The built server with this environment and nothing else of ours. What it prints is kept. */
export function runServer(env: Record<string, string>, args: string[] = []): Running {
  const printed: Buffer[] = []
  const child = spawn(process.execPath, [join(ROOT, 'apps/server/dist/main.js'), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (bytes) => printed.push(bytes))
  child.stderr?.on('data', (bytes) => printed.push(bytes))
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
  return { child, ended, output: () => Buffer.concat(printed).toString('utf8') }
}

async function untilHealthy(url: string, running: Running): Promise<void> {
  let over = false
  void running.ended.then(() => {
    over = true
  })
  for (let tries = 0; tries < 400 && !over; tries += 1) {
    const healthy = await fetch(`${url}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await pause(50)
  }
  throw new Error(`The server did not start:\n${running.output()}`)
}
