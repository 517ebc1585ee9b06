import { expect, test } from '../harness/journey.ts'
import { TELECOM_PAD } from '../harness/sample-event.ts'
import type { Visitor } from '../harness/visitor.ts'

const TELECOM = `/p/${TELECOM_PAD}`

test('the text is painted before any script has run', async ({ server, visitor }) => {
  const ada = await visitor()
  const letGo = await hold(ada, /\/assets\/[^/]*\.js$/)
  await ada.page.goto(server.url + TELECOM, { waitUntil: 'commit' })
  await expect(ada.page.locator('.pad-text > p').first()).toBeVisible()
  const paint = await ada.page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  )
  expect(await paint.jsonValue()).toBeGreaterThan(0)
  await expect(ada.editor).toHaveCount(0)
  letGo()
  await ada.canWrite()
})

test('what is typed before the editor is there goes where it was meant to go', async ({ pad, visitor }) => {
  const ada = await visitor()
  const letGo = await hold(ada, /\/assets\/live-pa[^/]*\.js$/)
  await ada.page.goto(pad, { waitUntil: 'commit' })
  await earlyField(ada)
  await ada.page.locator('.pad-text > p', { hasText: 'Second line' }).click({ position: { x: 5, y: 10 } })
  await ada.types('Early and ')
  letGo()
  await ada.canWrite()
  await ada.types('late, ')
  await expect.poll(() => ada.text()).toMatch(/^First line\n.*Early and late, .*\nLast line$/)
})

test('keys of habit work before the editor is there', async ({ pad, visitor }) => {
  const ada = await visitor()
  const letGo = await hold(ada, /\/assets\/live-pa[^/]*\.js$/)
  await ada.page.goto(pad, { waitUntil: 'commit' })
  await earlyField(ada)
  await ada.page.locator('.pad-text > p', { hasText: 'First line' }).click({ position: { x: 5, y: 10 } })
  await ada.page.keyboard.press('End')
  await ada.types(', done')
  await ada.page.keyboard.press('Enter')
  await ada.types('And one below')
  letGo()
  await ada.canWrite()
  await expect.poll(() => ada.text()).toMatch(/^First line, done\nAnd one below\nSecond line/)
})

test('how long until the first typed character (measured, not judged)', async ({ server, visitor }, {
  annotations,
}) => {
  // Once to warm the server, as the second person in a room finds it.
  await (await visitor()).opens(server.url + TELECOM)
  const ada = await visitor()
  await ada.page.goto(server.url + TELECOM, { waitUntil: 'commit' })
  await earlyField(ada)
  // Looked up in the page in one go: the editor may take the server's lines away between two questions.
  const place = await ada.page.evaluate(() => {
    const shown = [...document.querySelectorAll('.pad-text > p')].map((line) => line.getBoundingClientRect())
    const first = shown.find(({ height }) => height > 0)
    return { x: (first?.x ?? 0) + 20, y: (first?.y ?? 0) + 10 }
  })
  await ada.page.mouse.click(place.x, place.y)
  await ada.page.keyboard.type('z')
  await ada.page.waitForFunction(() => document.querySelector('.ProseMirror > p')?.textContent?.includes('z'))
  const times = await ada.page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    typed: performance.now(),
  }))
  const measured = `first text painted after ${Math.round(times.paint)} ms, first character in the editor after ${Math.round(times.typed)} ms`
  annotations.push({ type: 'measured', description: measured })
  process.stdout.write(`    ${measured}\n`)
  await expect(ada.badge).toHaveText(/^Saved/)
})

test('a cold visit loads little before one can write', async ({ server, visitor }) => {
  const ada = await visitor()
  await ada.page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector('.ProseMirror[contenteditable="true"]')) return
      watch.disconnect()
      performance.mark('usable')
    })
    watch.observe(document, { subtree: true, childList: true, attributes: true })
  })
  await ada.page.goto(server.url + TELECOM)
  await ada.canWrite()
  const loaded = await ada.page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0]?.startTime ?? Number.NaN
    const entries = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    return (entries as PerformanceResourceTiming[])
      .filter(({ responseEnd }) => responseEnd <= usable)
      .map(({ name, transferSize }) => ({ name: new URL(name).pathname, bytes: transferSize }))
  })
  const sum = (of: typeof loaded) => of.reduce((sum, { bytes }) => sum + bytes, 0)
  const [all, scripts] = [sum(loaded), sum(loaded.filter(({ name }) => name.endsWith('.js')))]
  process.stdout.write(`    ${loaded.length} requests, ${all} bytes, of these ${scripts} of script\n`)
  expect(scripts).toBeGreaterThan(100_000)
  expect(scripts).toBeLessThanOrEqual(320_000)
  expect(all).toBeLessThanOrEqual(450_000)
  expect(loaded.length, loaded.map(({ name }) => name).join(' ')).toBeLessThanOrEqual(12)
})

/** Keeps scripts back until the returned function is called. */
async function hold({ page }: Visitor, scripts: RegExp): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(scripts, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

/** The page takes keys: by the field for early words, or by the editor. */
async function earlyField({ page }: Visitor): Promise<void> {
  await page.locator('textarea[aria-labelledby="text-of-the-pad"], .ProseMirror').first().waitFor({ state: 'attached' })
}
