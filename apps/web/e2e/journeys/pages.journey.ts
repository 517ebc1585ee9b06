import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT, TELECOM_PAD } from '../harness/sample-event.ts'

const EVENT = `/e/${SAMPLE_EVENT}`
const TELECOM = `/p/${TELECOM_PAD}`

test('from the start page over the agenda into a pad and back', async ({ server, visitor }) => {
  const ada = await visitor()
  await ada.page.goto(server.url)
  await ada.page
    .getByRole('link', { name: /OpenStack Summit Boston/ })
    .first()
    .click()
  await expect(ada.page).toHaveURL(server.url + EVENT)
  await ada.page
    .getByRole('link', { name: /Telecom/ })
    .first()
    .click()
  await expect(ada.page).toHaveURL(new RegExp(`${TELECOM}$`))
  await ada.canWrite()
  await ada.page.getByRole('link', { name: 'In the agenda' }).click()
  await expect(ada.page).toHaveURL(new RegExp(EVENT))
})

test('an open agenda shows within seconds who is in a pad', async ({ server, visitor }) => {
  const ada = await visitor()
  await ada.page.goto(server.url + EVENT)
  const cell = ada.page.getByRole('article').filter({ has: ada.page.locator('#pad-BOS-quotas-across-regions') })
  await expect(cell.getByRole('img')).toHaveCount(0)
  const grace = await visitor()
  await grace.opens(`${server.url}/p/BOS-quotas-across-regions`)
  await expect(cell.getByRole('img')).toHaveCount(1, { timeout: 20_000 })
})

test('a pad is readable and printable without any script', async ({ server, visitor }) => {
  const reader = await visitor({ javaScriptEnabled: false })
  await reader.page.goto(server.url + TELECOM)
  const text = reader.page.locator('.pad-text').first()
  await expect(text).toBeVisible()
  await expect(text.getByRole('heading').first()).toBeVisible()
  await expect(text).toHaveText(/.{200,}/s)
  await expect(reader.page.getByRole('heading', { level: 1 })).toBeVisible()

  await reader.page.emulateMedia({ media: 'print' })
  await expect(text).toBeVisible()
  const onPaper = await reader.page.pdf({ format: 'A4' })
  expect(onPaper.byteLength).toBeGreaterThan(5_000)

  await reader.page.emulateMedia({ media: 'screen' })
  await reader.page.goto(server.url)
  await expect(reader.page.getByRole('link', { name: /OpenStack Summit Boston/ }).first()).toBeVisible()
})

test('a name that nobody has used makes nothing until somebody presses the button', async ({ server, visitor }) => {
  const ada = await visitor()
  const address = `${server.url}/p/BOS-ops-telecom-nvf`
  const answer = await ada.page.goto(address)
  expect(answer?.status()).toBe(404)
  await expect(ada.page.getByRole('link', { name: /BOS-ops-telecom-nfv/ })).toBeVisible()
  const again = await ada.page.reload()
  expect(again?.status()).toBe(404)
  expect((await fetch(`${server.url}/api/v1/pads/BOS-ops-telecom-nvf`)).status).toBe(404)

  await ada.page.getByRole('button', { name: 'Make this pad' }).click()
  await expect(ada.page).toHaveURL(address)
  await ada.canWrite()
  expect((await ada.page.reload())?.status()).toBe(200)
})

test('360 pixels wide: nothing to scroll sideways, the tools within reach', async ({ server, visitor }) => {
  const ada = await visitor({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
  for (const path of ['/', EVENT, TELECOM, '/p/no-such-pad-here']) {
    await ada.page.goto(server.url + path)
    const width = await ada.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width, `${path} is ${width} pixels wide`).toBeLessThanOrEqual(360)
  }

  await ada.opens(server.url + TELECOM)
  await ada.editor.locator(':scope > *').first().tap()
  const bold = ada.toolbar.getByRole('button', { name: /^Bold/ })
  await expect(bold).toBeInViewport()
  await bold.tap()
  await expect(bold).toHaveAttribute('aria-pressed', 'true')
  await ada.toolbar.getByRole('button', { name: /^Redo/ }).scrollIntoViewIfNeeded()
  await expect(ada.toolbar.getByRole('button', { name: /^Redo/ })).toBeInViewport()
})
