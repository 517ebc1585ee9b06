import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'

test('somebody goes on on the phone under the same name', async ({ server, visitor }) => {
  await server.makePad('bof', 'Who is here?')
  const laptop = await visitor({ reducedMotion: 'reduce' })
  await laptop.opens(`${server.url}/p/bof`)
  await laptop.page.getByRole('button', { name: /Show names/ }).click()
  await laptop.page.getByLabel('Your name').fill('Ana Castro')
  await laptop.page.getByRole('button', { name: 'Take it' }).click()
  await laptop.page.getByRole('button', { name: 'Go on on another device' }).click()
  const address = await laptop.page.getByLabel('Address for your other device').inputValue()
  const shown = await new AxeBuilder({ page: laptop.page }).analyze()
  expect(shown.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target}`)).toEqual([])
  await laptop.page.screenshot({ path: 'test-results/other-device.png' })

  const phone = await visitor({ viewport: { width: 360, height: 700 }, javaScriptEnabled: false })
  await phone.page.goto(address)
  await expect(phone.page.getByRole('heading', { name: 'Go on here as Ana Castro' })).toBeVisible()
  await phone.page.screenshot({ path: 'test-results/join.png' })
  await phone.page.getByRole('button', { name: 'Go on' }).click()
  await phone.page.waitForURL('**/p/bof')
  const me = await phone.page.request.get(`${server.url}/api/v1/me`)
  expect(await me.json()).toMatchObject({ name: 'Ana Castro' })
})
