import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, ROOT, StepFailed } from './run.mjs'

const PORT = 3918
const URL = `http://127.0.0.1:${PORT}`
const KEY = 'the-key-of-the-organisers-while-measuring'
const LINES = Number(process.argv[2] ?? 5_000)
const LETTERS = 200
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

// What a typed letter costs in a long pad: the browser's own count of the time that scripts, styles and layout took while letters were
// typed one by one, in the middle of a line in the middle of the pad, less what the same page takes in as long a time without typing.
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
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    await untilHealthy()
    await makePad()
    const page = await browser.newPage()
    const metrics = await metricsOf(page)
    await page.goto(`${URL}/p/long`)
    await page.waitForSelector('.ProseMirror')
    await page
      .locator('.ProseMirror > p')
      .nth(Math.floor(LINES / 2))
      .click()
    await page.keyboard.type('warm', { delay: 100 })
    await wait(2_000)
    const idle = await spent(metrics, () => wait(LETTERS * 50))
    const typing = await spent(metrics, () => page.keyboard.type('a'.repeat(LETTERS), { delay: 50 }))
    for (const name of Object.keys(typing)) {
      const each = ((typing[name] - idle[name]) * 1_000) / LETTERS
      process.stdout.write(`${name}: ${each.toFixed(2)} ms for each letter in a pad of ${LINES} lines\n`)
    }
  } finally {
    await browser.close()
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

/** Minutes as they are written: headings, lists, tasks, conventions. */
async function makePad() {
  const kinds = [
    '# Item',
    'MT: said that this is so and that it will stay so',
    '- a point that somebody made',
    '- [ ] @ana writes it down by Friday',
  ]
  const markdown = Array.from({ length: LINES }, (_, line) => `${kinds[line % 40 === 0 ? 0 : 1 + (line % 3)]} ${line}`)
  const answer = await fetch(`${URL}/api/v1/pads`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'long', markdown: markdown.join('\n\n') }),
  })
  if (!answer.ok) throw new StepFailed(`The long pad could not be made: ${await answer.text()}`)
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
