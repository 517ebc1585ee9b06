import { expect, test } from '../harness/journey.ts'

const TELECOM = '/p/BOS-ops-telecom-nfv'

test('the text is painted before any script has run, and a key typed at once is not lost', async ({
  server,
  visitor,
}) => {
  const ada = await visitor()
  let letScriptsGo = () => {}
  const held = new Promise<void>((resolve) => {
    letScriptsGo = resolve
  })
  // Module scripts only: what stands in the head and blocks is there to prevent a flash of the wrong colours.
  await ada.page.route(/\/assets\/(main|live-pad)[^/]*\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await ada.page.goto(server.url + TELECOM, { waitUntil: 'commit' })
  await expect(ada.page.locator('.pad-text').first()).toBeVisible()
  const painted = await ada.page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  )
  expect(await painted.jsonValue()).toBeGreaterThan(0)
  await expect(ada.editor).toHaveCount(0)
  letScriptsGo()
  await ada.canWrite()
})

test('how long until the first typed character (measured, not judged)', async ({ server, visitor }, {
  annotations,
}) => {
  // Once to warm the server, as the second person in a room finds it.
  await (await visitor()).opens(server.url + TELECOM)
  const ada = await visitor()
  await ada.page.goto(server.url + TELECOM, { waitUntil: 'commit' })
  const line = ada.page.locator('.pad-text > p').last()
  await line.click()
  await ada.page.keyboard.type('z')
  await expect(ada.editor).toContainText('z')
  const times = await ada.page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    typed: performance.now(),
  }))
  const words = `first text painted after ${Math.round(times.paint)} ms, first character in the editor after ${Math.round(times.typed)} ms at most`
  annotations.push({ type: 'measured', description: words })
  process.stdout.write(`    ${words}\n`)
  await expect(ada.badge).toHaveText(/^Saved/)
})
