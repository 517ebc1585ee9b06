import { afterEach, beforeEach, expect, it } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

let server: RunningApp
beforeEach(async () => {
  server = await runApp()
  await server.api('POST', '/pads', { name: 'edge', text: 'before' })
})
afterEach(() => server.end())

const show = (way: unknown, headers: Record<string, string> = ORGANISER, pad = 'edge') =>
  server.api('PUT', `/pads/${pad}/authors-shown`, { authorsShown: way }, headers)
const page = async () => (await fetch(`${server.url}/p/edge`)).text()

it('a pad shows who wrote what in the margin, or as a moderator has chosen, also after a restart', async () => {
  expect(await page()).toContain('"authorsShown":"margin"')
  expect(await show('text')).toMatchObject({ status: 200, body: { authorsShown: 'text' } })
  server = await server.restart()
  expect(await page()).toContain('"authorsShown":"text"')
})

it('is told to nobody else, to no other pad, and in no other words', async () => {
  expect((await show('off', {})).status).toBe(401)
  expect(await show('off', ORGANISER, 'nowhere')).toMatchObject({ status: 404, body: { code: 'no-such-pad' } })
  expect((await show('<script>')).status).toBe(400)
  expect(await page()).toContain('"authorsShown":"margin"')
})
