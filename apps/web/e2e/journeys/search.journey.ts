import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import type { Visitor } from '../harness/visitor.ts'

async function axeIsClean({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
}

test('somebody looks for words from the start page and comes to their line, with and without a script', async ({
  pad,
  server,
  visitor,
}) => {
  const ada = await visitor()
  await ada.opens(pad)
  for (let count = 0; count < 30; count += 1) await ada.page.keyboard.press('Enter')
  await ada.addsLine('The quokka census costs 40 Größen')
  await expect(ada.badge).toHaveText(/^Saved/)

  const ben = await visitor()
  await ben.page.goto(server.url)
  const hit = ben.page.getByRole('link', { name: /quokka census/ })
  await ben.page.getByRole('searchbox', { name: 'Search all notes' }).fill('quokka gross*')
  await ben.page.keyboard.press('Enter')
  await expect(ben.page).toHaveURL(/\/search\?q=/)
  await expect(async () => {
    await ben.page.reload()
    await expect(hit).toBeVisible({ timeout: 300 })
  }).toPass({ timeout: 8_000 })
  await expect(hit.locator('mark')).toHaveText(['quokka', 'Größen'])
  await axeIsClean(ben)

  await hit.click()
  await ben.canWrite()
  await expect(ben.page).toHaveURL(/#line-\d+-\d+-the-quokka/)
  await expect(ben.line('quokka census')).toBeInViewport()

  await ben.page.goto(`${server.url}/search?q=-`)
  await expect(ben.page.getByRole('alert')).toHaveText(/There is no word to look for/)
  await axeIsClean(ben)

  const plain = await visitor({ javaScriptEnabled: false })
  await plain.page.goto(`${server.url}/search`)
  await plain.page.getByRole('searchbox', { name: 'Search all notes' }).fill('"quokka census"')
  await plain.page.getByRole('button', { name: 'Search' }).click()
  await expect(plain.page.getByRole('link', { name: /quokka census/ })).toBeVisible()
  await plain.page.getByText('Where and when').click()
  await plain.page.getByRole('textbox', { name: 'Room' }).fill('nowhere')
  await plain.page.getByRole('button', { name: 'Search' }).click()
  await expect(plain.page.getByRole('heading', { name: 'No pad has all of that' })).toBeVisible()
})
