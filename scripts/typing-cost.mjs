import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, ROOT, StepFailed } from './run.mjs'

const PORT = 3918
const URL = `http://127.0.0.1:${PORT}`
const KEY = 'the-key-of-the-organisers-while-measuring'
const LETTERS = 200
const PAUSE_MS = 50
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']
const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '5000' },
    writers: { type: 'string', default: '0' },
    present: { type: 'string', default: '0' },
  },
})
const LINES = Number(values.lines)
const WRITERS = Number(values.writers)
const PRESENT = Number(values.present)

// What a typed letter costs in a long pad, in the middle of a line in the middle of it, while others write.
// - Of the page: the browser's own count of the time that scripts, styles and layout took, less what the same page takes in as long a
//   time without typing (but with the others).
// - Of a key: from the moment when the browser has it until the letter stands laid out, waiting behind what others write included;
//   painting is not.
// `npm run typing-cost -- [--lines 5000] [--writers 50] [--present 950]`
requireNode()
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const executablePath = await ensureChromium()
  const data = mkdtempSync(join(tmpdir(), 'forumpad-typing-'))
  const env = {
    ...process.env,
    PORT: String(PORT),
    DATA_DIR: data,
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    ORGANISER_KEY: KEY,
  }
  const server = spawn(process.execPath, ['apps/server/dist/main.js'], { cwd: ROOT, env, stdio: 'ignore' })
  let others = null
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    await untilHealthy()
    await makePad()
    if (WRITERS + PRESENT > 0) others = await startWriters()
    const page = await browser.newPage()
    await page.addInitScript(timeKeys)
    const metrics = await metricsOf(page)
    await page.goto(`${URL}/p/long`)
    await page.waitForSelector('.ProseMirror', { timeout: 120_000 })
    await page
      .locator('.ProseMirror > p')
      .nth(Math.floor(LINES / 2))
      .click()
    await page.keyboard.type('warm', { delay: 100 })
    await wait(2_000)
    const idle = await spent(metrics, () => wait(LETTERS * PAUSE_MS))
    await page.evaluate(() => keyTimes.splice(0))
    const typing = await spent(metrics, () => page.keyboard.type('a'.repeat(LETTERS), { delay: PAUSE_MS }))
    const keys = (await page.evaluate(() => keyTimes)).sort((a, b) => a - b)
    for (const name of Object.keys(typing)) {
      const each = ((typing[name] - idle[name]) * 1_000) / LETTERS
      process.stdout.write(`${name}: ${each.toFixed(2)} ms for each letter\n`)
    }
    const at = (share) => keys[Math.min(keys.length - 1, Math.floor(keys.length * share))]?.toFixed(1)
    process.stdout.write(`a key: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${keys.length} keys)\n`)
    process.stdout.write(
      `in a pad of ${LINES} lines, ${words()} words, where ${WRITERS} others write and ${PRESENT} look on\n`,
    )
  } finally {
    await browser.close()
    others?.kill()
    server.kill()
    rmSync(data, { recursive: true, force: true })
  }
})

async function metricsOf(page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const value = (name) => metrics.find((each) => each.name === name)?.value ?? 0
    return { scripts: value('ScriptDuration'), styles: value('RecalcStyleDuration'), layout: value('LayoutDuration') }
  }
}

async function spent(metrics, act) {
  const before = await metrics()
  await act()
  const after = await metrics()
  return Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - before[name]]))
}

/** Runs in the page. A key's letter is in the text once its own task is over; layout is then asked for. */
function timeKeys() {
  globalThis.keyTimes = []
  let at = 0
  addEventListener('keydown', (event) => (at = event.timeStamp), true)
  addEventListener(
    'keypress',
    () => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        void document.body.offsetHeight
        keyTimes.push(performance.now() - at)
        port1.close()
      }
      port2.postMessage(0)
    },
    true,
  )
}

/** Others, in a process of their own; resolves when each has begun. */
async function startWriters() {
  const who = ['--writers', String(WRITERS), '--present', String(PRESENT)]
  const args = ['scripts/typing-writers.mjs', '--url', URL.replace('http', 'ws'), ...who]
  const others = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise((resolve, reject) => {
    others.stdout.once('data', resolve)
    others.once('exit', (code) => reject(new StepFailed(`The others ended with ${code} before they wrote.`)))
  })
  return others
}

/** Minutes as they are written: headings, lists, tasks, conventions. */
async function makePad() {
  const answer = await fetch(`${URL}/api/v1/pads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'long', markdown: minutes().join('\n\n') }),
  })
  if (!answer.ok) throw new StepFailed(`The long pad could not be made: ${await answer.text()}`)
}

function minutes() {
  const kinds = [
    '# Item',
    'MT: said that this is so and that it will stay so',
    '- a point that somebody made',
    '- [ ] @ana writes it down by Friday',
  ]
  return Array.from({ length: LINES }, (_, line) => `${kinds[line % 40 === 0 ? 0 : 1 + (line % 3)]} ${line}`)
}

function words() {
  return (
    minutes()
      .join(' ')
      .match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  )
}

async function untilHealthy() {
  for (let tries = 0; tries < 200; tries++) {
    const answers = await fetch(`${URL}/health`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (answers) return
    await wait(50)
  }
  throw new StepFailed('The server did not start.')
}
