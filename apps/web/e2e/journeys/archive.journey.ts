import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { authorsOf } from '../harness/authors.ts'
import { isForEverybodyInBothColours } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY, type TestServer } from '../harness/server.ts'
import { unpack } from '../harness/unpack.ts'

const AGENDA = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:telemetry
SUMMARY:Telemetry in the archive
DTSTART:20260510T184000Z
DURATION:PT40M
LOCATION:Salon B
END:VEVENT
BEGIN:VEVENT
UID:silence
SUMMARY:A silent session
DTSTART:20260511T150000Z
END:VEVENT
END:VCALENDAR`

async function asks(server: TestServer, method: string, path: string, body?: object): Promise<Response> {
  const headers = { authorization: `Bearer ${ORGANISER_KEY}`, ...(body ? { 'content-type': 'application/json' } : {}) }
  return fetch(`${server.url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
}

test('an event leaves as an archive, opens from files, and comes back whole on another server', async ({
  server,
  ownServer,
  visitor,
}, info) => {
  test.slow()
  await server.makeEvent('leaving', 'The event that leaves', AGENDA)
  const sessions: { session: { pad: string; title: string } }[] = await (
    await asks(server, 'GET', '/api/v1/events/leaving/sessions')
  ).json()
  const pad = sessions.find(({ session }) => session.title.startsWith('Telemetry'))?.session.pad ?? ''

  const ada = await visitor()
  await ada.opens(`${server.url}/p/${pad}`)
  await ada.addsLine('ACTION: Ada counts every packet')
  await expect(ada.badge).toHaveText(/^Saved/)
  const grace = await visitor()
  await grace.opens(`${server.url}/p/${pad}`)
  await grace.addsLine('Grace found a moth')
  await expect(grace.badge).toHaveText(/^Saved/)

  const organiser = await visitor()
  await organiser.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await organiser.page.goto(`${server.url}/e/leaving/manage`)
  const coming = organiser.page.waitForEvent('download')
  await organiser.page.getByRole('link', { name: 'Archive with every pad and its history' }).click()
  const zip = info.outputPath('leaving.zip')
  await (await coming).saveAs(zip)
  const files = await unpack(zip, info.outputPath('unpacked'))

  const reader = await visitor()
  await reader.page.goto(pathToFileURL(info.outputPath('unpacked/index.html')).href)
  await expect(reader.page.getByRole('heading', { name: 'The event that leaves' })).toBeVisible()
  await isForEverybodyInBothColours(reader.page, 'index')
  await reader.page.getByRole('link', { name: 'Telemetry in the archive' }).click()
  await expect(reader.page.getByText('Ada counts every packet')).toBeVisible()
  await expect(reader.page.getByText('Grace found a moth')).toBeVisible()
  await isForEverybodyInBothColours(reader.page, 'pad')

  const newcomer = await visitor()
  await newcomer.page.goto(`${ownServer.url}/organiser?key=${ORGANISER_KEY}`)
  await newcomer.page.goto(`${ownServer.url}/new`)
  const damaged = info.outputPath('damaged.zip')
  await writeFile(damaged, Buffer.from('not an archive'))
  await newcomer.page.getByLabel('Archive (.zip)').setInputFiles(damaged)
  await newcomer.page.getByRole('button', { name: 'Bring it here' }).click()
  await expect(newcomer.page.getByRole('alert')).toContainText('This file is no ZIP archive')
  await isForEverybodyInBothColours(newcomer.page, 'bring')
  await newcomer.page.getByLabel('Archive (.zip)').setInputFiles(zip)
  await newcomer.page.getByRole('button', { name: 'Bring it here' }).click()
  await expect(newcomer.page).toHaveURL(`${ownServer.url}/e/leaving`)
  await newcomer.page
    .getByRole('link', { name: /Telemetry in the archive/ })
    .first()
    .click()
  await newcomer.canWrite()
  await expect(newcomer.editor).toContainText('Ada counts every packet')
  await expect(newcomer.editor).toContainText('Grace found a moth')
  expect(await ownServer.textOf(pad)).toBe(await server.textOf(pad))

  const history = async (of: TestServer) => (await asks(of, 'GET', `/api/v1/pads/${pad}/revisions`)).json()
  const revisions = await history(ownServer)
  expect(revisions).toEqual(await history(server))
  expect(await authorsOf(ownServer.url, pad)).toEqual(await authorsOf(server.url, pad))
  await newcomer.page.goto(`${ownServer.url}/p/${pad}/timeslider#rev/2`)
  await expect(newcomer.page.getByText('ACTION: A').first()).toBeVisible()

  const again = info.outputPath('again.zip')
  await writeFile(again, Buffer.from(await (await asks(ownServer, 'GET', '/e/leaving/archive.zip')).arrayBuffer()))
  const back = await unpack(again, info.outputPath('again'))
  const manifest = (of: Map<string, Buffer>) => JSON.parse(of.get('manifest.json')?.toString('utf8') ?? '{}')
  const { counts, contents } = manifest(files)
  expect(manifest(back)).toMatchObject({ counts, contents })
  expect([counts.pads, counts.revisions]).toEqual([2, revisions.newest])
})
