import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run, StepFailed } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium for the browser journeys; installs Debian's where that is allowed. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return found
  if (mayInstall()) {
    process.stdout.write('Installing Chromium for the browser journeys.\n')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await run('apt-get', ['update'], { quiet: true, env })
    await run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], { quiet: true, env })
    const installed = onPath('chromium')
    if (installed) return installed
  }
  throw new StepFailed(
    'The browser journeys need a Chromium: run "npx playwright install --with-deps chromium", or set CHROMIUM_PATH to one that is there.',
  )
}

/** CHROMIUM_PATH, the system's, Playwright's own; undefined when there is none. */
async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new StepFailed(`CHROMIUM_PATH is ${chosen}, and nothing is there. Example: /usr/bin/chromium`)
  }
  const system = NAMES.map(onPath).find(Boolean)
  if (system) return system
  const { chromium } = await import('@playwright/test')
  const own = chromium.executablePath()
  return existsSync(own) ? own : undefined
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK)
        return true
      } catch {
        return false
      }
    })
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get') !== undefined
}
