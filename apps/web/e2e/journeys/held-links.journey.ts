import { isForEverybodyInBothColours } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText } from '../harness/visitor.ts'

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//forum//EN',
  'BEGIN:VEVENT',
  ...['UID:fog@links', 'SUMMARY:Fog', 'DTSTART:20260510T140000Z', 'DURATION:PT40M', 'X-FORUMPAD-PAD:held-fog'],
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

test('a link of somebody unknown is held until a moderator lets it through, without script too', async ({
  server,
  visitor,
  browser,
}) => {
  test.setTimeout(180_000)
  await server.makeEvent('held', 'Held', CALENDAR)
  const target = `${server.url}/search?q=pills`

  const ana = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' })
  const desk = await ana.newPage()
  await desk.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await desk.goto(`${server.url}/e/held/moderation`)
  await desk.getByRole('button', { name: 'Hold new links' }).click()
  await expect(desk.getByText('No link is held.')).toBeVisible()

  const eve = await visitor({ reducedMotion: 'reduce' })
  const bob = await visitor({ reducedMotion: 'reduce' })
  await eve.opens(`${server.url}/p/held-fog`)
  await bob.opens(`${server.url}/p/held-fog`)
  await eve.addsLine(`Buy ${target} now`)
  await expectText(bob, 'Buy')
  await expect(bob.page.locator('.pad-text .held-link')).toHaveText(target)
  await expect(eve.page.locator('.pad-text .held-link')).toHaveCount(0)

  /** Whether a click on the link may lead where it goes, and whether the panel of the link says so. */
  const follows = async (who: typeof bob) => {
    const link = who.page.locator('.pad-text a', { hasText: 'pills' })
    const isLetThrough = await link.evaluate((a) => {
      let wasHeld = false
      const look = (event: Event) => {
        wasHeld = event.defaultPrevented
        event.preventDefault()
      }
      document.addEventListener('click', look, { once: true })
      a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
      return !wasHeld
    })
    await link.click()
    await who.page.keyboard.press('ControlOrMeta+k')
    const panel = who.page.getByRole('dialog', { name: 'Link' })
    await expect(panel).toBeVisible()
    expect(await panel.getByRole('link', { name: 'Open the link' }).isVisible()).toBe(isLetThrough)
    await who.page.keyboard.press('Escape')
    return isLetThrough
  }
  expect(await follows(eve)).toBe(true)
  expect(await follows(bob)).toBe(false)
  await isForEverybodyInBothColours(bob.page, 'held link')
  const read = await ana.newPage()
  await read.goto(`${server.url}/p/held-fog/review`)
  await expect(read.getByText('Buy')).toBeVisible()
  await expect(read.getByRole('link', { name: target })).toHaveCount(0)

  await expect(async () => {
    await desk.reload()
    await expect(desk.getByRole('region', { name: 'Links of unknown people' })).toContainText(target)
  }).toPass({ timeout: 20_000 })
  await desk.getByRole('button', { name: 'Let through' }).click()
  await expect(desk.getByText('No link is held.')).toBeVisible()
  await expect(bob.page.locator('.pad-text .held-link')).toHaveCount(0)
  expect(await follows(bob)).toBe(true)
  await read.reload()
  await expect(read.getByRole('link', { name: target })).toBeVisible()

  const mod = await visitor({ reducedMotion: 'reduce' })
  await mod.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await eve.addsLine(`And ${target}%20more now`)
  await expect(async () => {
    await mod.page.goto(`${server.url}/e/held/moderation`)
    await expect(mod.page.getByRole('button', { name: /^Trust/ })).toBeVisible()
  }).toPass({ timeout: 20_000 })
  for (const width of [360, 1280]) {
    await mod.page.setViewportSize({ width, height: 800 })
    await isForEverybodyInBothColours(mod.page, `held links at ${width}`)
  }
  await mod.page.getByRole('button', { name: /^Trust/ }).click()
  await expect(mod.page.getByText('No link is held.')).toBeVisible()
})
