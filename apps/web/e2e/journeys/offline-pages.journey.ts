import { expect, test } from '../harness/journey.ts'
import { expectText, occurrences, type Visitor } from '../harness/visitor.ts'

/** The browser has what it needs to open this page without network. */
async function isKept({ page }: Visitor): Promise<void> {
  await page.waitForFunction(async () => {
    const names = await caches.keys()
    const assets = names.filter((name) => name.startsWith('assets/'))
    const readers = await Promise.all(
      assets.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)),
    )
    return (await caches.match(location.href)) !== undefined && readers.flat().some((url) => url.includes('/readers-'))
  })
}

test('a pad that was opened once opens again without network, and is written in', async ({ pad, visitor }) => {
  const ada = await visitor({ serviceWorkers: 'allow' })
  const grace = await visitor()
  await ada.opens(pad)
  await grace.opens(pad)
  await isKept(ada)
  const { context } = ada
  const away = await ada.opensWindow()
  await ada.page.close()
  await context.setOffline(true)

  await away.page.goto(pad)
  await expect(away.editor).toBeVisible()
  await expect(away.badge).toHaveText('Offline')
  await away.goesTo('First line')
  await away.types(' written in a tunnel')
  await expect(away.badge).toHaveText(/^Offline\. \d+ changes? kept$/)

  await test.step('twice', async () => {
    await away.page.reload()
    await expectText(away, 'First line written in a tunnel')
    await expect(away.badge).toHaveText(/^Offline\. \d+ changes? kept$/)
  })
  await test.step('another page says that it is not here, and what is', async () => {
    await away.page.goto(`${pad}-never-opened`)
    await expect(away.page.getByRole('heading', { name: 'not opened on this device' })).toBeVisible()
    await away.page.getByRole('link', { name: new URL(pad).pathname.slice(3) }).click()
    await expectText(away, 'First line written in a tunnel')
  })

  await context.setOffline(false)
  await expectText(grace, 'First line written in a tunnel')
  expect(occurrences(await grace.text(), 'written in a tunnel')).toBe(1)
  await expect(away.badge).toHaveText(/^Saved/)
})
