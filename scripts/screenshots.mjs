import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, ROOT, StepFailed } from './run.mjs'

const PORT = 3917
const URL = `http://127.0.0.1:${PORT}`
const PAD = '/p/BOS-ops-telecom-nfv'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run']

// Takes the pictures of the README from the sample event, with two people in the pad.
requireNode()
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const executablePath = await ensureChromium()
  mkdirSync(`${ROOT}docs/images`, { recursive: true })
  const data = mkdtempSync(join(tmpdir(), 'forumpad-pictures-'))
  const env = { ...process.env, PORT: String(PORT), DATA_DIR: data, NODE_ENV: 'production', LOG_LEVEL: 'warn' }
  const server = spawn(process.execPath, ['apps/server/dist/main.js'], { cwd: ROOT, env, stdio: 'ignore' })
  const { chromium } = await import('@playwright/test')
  const browser = await chromium.launch({ executablePath, args: FLAGS })
  try {
    await untilHealthy()
    await takeAll(browser)
  } finally {
    await browser.close()
    server.kill()
    rmSync(data, { recursive: true, force: true })
  }
})

async function takeAll(browser) {
  const open = async (path, options) => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/Berlin',
      reducedMotion: 'reduce',
      ...options,
    })
    const page = await context.newPage()
    await page.goto(URL + path)
    await page.evaluate(() => document.fonts.ready)
    return page
  }
  const take = (page, name) => page.screenshot({ path: `${ROOT}docs/images/${name}.png` })
  const wide = { viewport: { width: 1280, height: 800 } }
  const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }

  const home = await open('/', wide)
  await take(home, 'home')
  const event = await home
    .getByRole('link', { name: /Boston/ })
    .first()
    .getAttribute('href')
  // Somebody else is there, with a caret in the text.
  const grace = await open(PAD, wide)
  await rename(grace, 'Grace')
  await caretIn(grace, 4)
  const ada = await open(PAD, wide)
  await rename(ada, 'Ada')
  await caretIn(ada, 7)
  await wait(500)
  await take(ada, 'pad')
  for (const [options, name] of [
    [{ ...wide, colorScheme: 'dark' }, 'pad-dark'],
    [phone, 'pad-phone'],
  ]) {
    const page = await open(PAD, options)
    await untilWritable(page)
    await wait(500)
    await take(page, name)
  }

  const agenda = await open(event, wide)
  // Last, with people in a pad: the day with the sessions that clash and the notes that are there.
  await agenda.getByRole('link', { name: 'Wed 10 May' }).click()
  await take(agenda, 'agenda')
}

async function rename(page, name) {
  await untilWritable(page)
  await page.getByRole('button', { name: /here/ }).first().click()
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Take it' }).click()
  await page.keyboard.press('Escape')
}

async function caretIn(page, line) {
  await page.locator('.ProseMirror > *').nth(line).click()
  await page.keyboard.press('End')
}

async function untilWritable(page) {
  await page.locator('.ProseMirror[contenteditable="true"]').waitFor()
}

async function untilHealthy() {
  for (let tries = 0; tries < 200; tries += 1) {
    const healthy = await fetch(`${URL}/health`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await wait(100)
  }
  throw new StepFailed('The server did not start.')
}
