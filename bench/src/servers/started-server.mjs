import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const COLLECT_ON_SIGNAL = fileURLToPath(new URL('collect-on-signal.mjs', import.meta.url))

/**
 * Starts one of the servers in a process of its own, with a data folder that lives as long as the measurement.
 * `kind` is an entry of `servers.mjs`; `end` must be called.
 */
export async function startServer(kind) {
  const dataDir = mkdtempSync(join(tmpdir(), 'forumpad-bench-'))
  const port = await freePort()
  const memoryFile = join(dataDir, 'memory.json')
  let child
  let exited

  async function start() {
    const { script, env } = kind.command({ port, dataDir })
    child = spawn(process.execPath, ['--expose-gc', '--import', COLLECT_ON_SIGNAL, script], {
      env: { PATH: process.env.PATH, NODE_ENV: 'production', HOST: '127.0.0.1', MEMORY_FILE: memoryFile, ...env },
      stdio: ['ignore', 'ignore', process.env.BENCH_VERBOSE ? 'inherit' : 'ignore'],
    })
    exited = new Promise((resolve) => child.once('exit', resolve))
    // The parent kills it, should this process be killed first.
    process.send?.({ serverPid: child.pid })
    await untilAnswering(port, child)
  }

  async function end(signal) {
    child.kill(signal)
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
    await exited
    clearTimeout(late)
  }

  await start()
  return {
    kind,
    url: `ws://127.0.0.1:${port}${kind.path}`,
    httpUrl: `http://127.0.0.1:${port}`,
    get pid() {
      return child.pid
    },
    makePads: (names) => kind.makePads?.(`http://127.0.0.1:${port}`, names),
    /** Resolves with what the server uses once its garbage is collected, in bytes. */
    async memory() {
      rmSync(memoryFile, { force: true })
      child.kill('SIGWINCH')
      for (let tries = 0; tries < 400; tries += 1) {
        await pause(25)
        const memory = readJson(memoryFile)
        if (memory) return memory
      }
      throw new Error(`${kind.name} did not say how much memory it uses.`)
    },
    restart: start,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    async end() {
      await end('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

async function untilAnswering(port, child) {
  for (let tries = 0; tries < 600 && child.exitCode === null; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)
    if (answer) return
    await pause(25)
  }
  throw new Error(`The server did not start: ${child.spawnargs.join(' ')}`)
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
