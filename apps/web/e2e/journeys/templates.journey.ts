import { isForEverybodyInBothColours } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText } from '../harness/visitor.ts'

const AGENDA = `Title,Start,End,Room,Type,ID
Fog and edge,2026-05-10 14:00,2026-05-10 14:40,Hynes 101,BoF,fog
**Bold** upgrades,2026-05-10 15:00,2026-05-10 15:40,Hynes 102,BoF,upgrades
Keynote,2026-05-10 16:00,2026-05-10 16:40,Hall,Talk,keynote`

test('an organiser writes how sessions of a type begin; a fresh pad does, one with notes stays as it is', async ({
  server,
  visitor,
}) => {
  test.setTimeout(180_000)
  await server.makeEvent('begun', 'Begun', AGENDA)
  const ana = await visitor()
  await ana.opens(`${server.url}/p/begun-fog-and-edge`)
  await ana.addsLine('Fog is low cloud.')
  await expect(ana.badge).toHaveText(/^Saved/)
  const before = await server.textOf('begun-fog-and-edge')

  const { page } = await visitor({ reducedMotion: 'reduce' })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.goto(`${server.url}/e/begun/manage`)
  await page.getByRole('link', { name: 'What pads begin with' }).click()
  await expect(page.getByLabel('Template in Markdown')).toHaveValue(/## Purpose and goals/)
  await page.getByText('One of their own for a type or a track').click()
  await page.getByRole('link', { name: 'BoF 2 sessions' }).click()
  await expect(page.getByRole('heading', { name: 'BoF', exact: true })).toBeVisible()

  const template = page.getByLabel('Template in Markdown')
  await template.fill('# {title}\n\nIn {room} at {time}\n\n{agenda}\n\n- [ ] {someone} writes the summary\n')
  await page.getByRole('button', { name: 'Show a preview' }).click()
  await expect(page.getByText('{someone} is no variable: it stays as it is.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Preview' }).getByText('In Hynes 102 at 15:00–15:40')).toBeVisible()
  await page.getByText('What stands for what').click()
  await isForEverybodyInBothColours(page, 'templates')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('1 pad that nobody has opened begins')).toBeVisible()

  expect(await server.textOf('begun-fog-and-edge')).toBe(before)
  const eve = await visitor()
  await eve.opens(`${server.url}/p/begun-bold-upgrades`)
  await expectText(eve, '**Bold** upgrades\nIn Hynes 102 at 15:00–15:40\nWho is here, and who takes notes (5 min)')
  await expectText(eve, '{someone} writes the summary')
  await eve.addsLine('Nothing went wrong.')
  await expect(eve.badge).toHaveText(/^Saved/)
  expect(await server.textOf('begun-keynote')).toContain('Purpose and goals')

  await page.getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByText('Removed.')).toBeVisible()
  expect(await server.textOf('begun-bold-upgrades')).toContain('Nothing went wrong.')
})

test('all of it goes without script', async ({ server, visitor }) => {
  await server.makeEvent('scriptless', 'Scriptless', AGENDA)
  const { page } = await visitor({ javaScriptEnabled: false })
  await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await page.goto(`${server.url}/e/scriptless/templates`)
  await page.getByLabel('Another type').fill('Workshop')
  await page.getByRole('button', { name: 'Write its template' }).click()
  await expect(page.getByText('No session of the agenda would begin with this template.')).toBeVisible()
  await page.getByRole('link', { name: 'All sessions' }).click()
  await page.getByLabel('Template in Markdown').fill('Welcome to {title}')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('3 pads that nobody has opened begin')).toBeVisible()
  expect(await server.textOf('scriptless-keynote')).toBe('Welcome to Keynote\n')
})
