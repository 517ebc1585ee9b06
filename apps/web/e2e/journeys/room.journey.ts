import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText, type Visitor } from '../harness/visitor.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const panel = ({ page }: Visitor) => page.getByRole('complementary', { name: 'Beside the pad' })
const queue = (visitor: Visitor) => panel(visitor).getByRole('list', { name: 'Waiting to speak' }).getByRole('listitem')

async function axeIsClean({ page }: Visitor): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
}

async function comes(visitor: Visitor, pad: string, name: string): Promise<void> {
  const { origin } = new URL(pad)
  await visitor.page.goto(pad)
  const answer = await visitor.page.request.patch(`${origin}/api/v1/me`, { data: { name }, headers: { origin } })
  expect(answer.ok()).toBe(true)
  await visitor.opens(pad)
  await visitor.page
    .getByRole('banner')
    .getByRole('button', { name: /^Chat, comments and room/ })
    .click()
  await panel(visitor).getByRole('button', { name: 'In the room' }).click()
}

const press = (visitor: Visitor, name: string | RegExp) => panel(visitor).getByRole('button', { name }).click()

test('two phones raise a hand, and the chair calls them in the order of the server', async ({
  pad,
  server,
  visitor,
}) => {
  const chair = await visitor()
  await chair.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await comes(chair, pad, 'Chair')
  const ada = await visitor(PHONE)
  const ben = await visitor(PHONE)
  await comes(ada, pad, 'Ada')
  await comes(ben, pad, 'Ben')

  await press(ada, 'Raise your hand')
  await expect(panel(ada).getByText('You are next.')).toBeVisible()
  // As in a chat of old.
  await press(ben, 'Chat')
  await panel(ben).getByRole('textbox', { name: 'Write to everybody here' }).fill('q+')
  await ben.page.keyboard.press('Enter')
  await expect(panel(ben).getByText('You are number 2 in the queue.')).toBeVisible()
  await press(ben, 'In the room')
  for (const person of [ada, ben, chair]) await expect(queue(person)).toHaveText([/Ada/, /Ben/])
  await axeIsClean(ada)
  await axeIsClean(chair)

  await press(chair, 'Call the next')
  await expect(ada.page.getByText('You have the floor.').first()).toBeVisible()
  for (const person of [ada, ben, chair]) await expect(queue(person)).toHaveText([/Ben/])
  await press(ada, 'I have spoken')
  await ben.page.reload()
  await ben.canWrite()
  await ben.page
    .getByRole('banner')
    .getByRole('button', { name: 'Chat, comments and room, 1 waiting to speak' })
    .click()
  await press(ben, 'In the room')
  await expect(queue(ben)).toHaveText([/Ben/])
  await expect(panel(ben).getByRole('button', { name: 'Call the next' })).toHaveCount(0)
  await press(chair, 'Take Ben off the queue')
  await expect(queue(ben)).toHaveCount(0)
})

test('who is here is listed as they wish, put into the pad and exported', async ({ pad, server, visitor }) => {
  const ada = await visitor()
  const ben = await visitor(PHONE)
  await comes(ada, pad, 'Ada')
  await comes(ben, pad, 'Ben')
  await panel(ada)
    .getByRole('textbox', { name: /^Affiliation/ })
    .fill('Analytical Engines')
  await press(ada, 'I am here')
  await press(ben, 'I am here')
  const list = panel(ada).getByRole('list', { name: 'Who is here' }).getByRole('listitem')
  await expect(list).toHaveText([/Ada Analytical Engines/, /Ben/])
  await axeIsClean(ben)
  await press(ben, 'Take me off the list')
  await expect(list).toHaveText([/Ada/])

  const loading = ada.page.waitForEvent('download')
  await press(ada, 'Export as CSV')
  expect(await readFile(await (await loading).path(), 'utf8')).toMatch(
    /^\uFEFFname,affiliation,at\r\nAda,Analytical Engines,/,
  )
  await press(ada, 'Put into the pad')
  await expectText(ben, 'Present (1):\nAda (Analytical Engines)')
  await expect
    .poll(() => server.textOf(new URL(pad).pathname.slice(3)))
    .toMatch(/Present \(1\):\n+\W*Ada \(Analytical Engines\)/)
})

test('an item with minutes is timed, the same for everybody, and no text moves', async ({ pad, visitor }) => {
  const ada = await visitor()
  const ben = await visitor(PHONE)
  await comes(ada, pad, 'Ada')
  await ben.opens(pad)
  const place = await ben.line('First line').boundingBox()
  await ada.goesTo('Second line')
  await ada.types(' (10 min)')
  await press(ada, 'Start Second line')
  for (const { page } of [ada, ben]) {
    const timer = page.getByRole('region', { name: 'Timer' })
    await expect(timer).toContainText('Second line')
    await expect(timer.getByRole('timer')).toHaveText(/^(10:00|9:5\d) left$/)
  }
  await expect.poll(() => ben.page.getByRole('timer').textContent()).toMatch(/^9:5\d left$/)
  expect(await ben.line('First line').boundingBox()).toEqual(place)
  await axeIsClean(ben)
  await ben.page.getByRole('button', { name: 'Stop the timer' }).click()
  await expect(ada.page.getByRole('timer')).toHaveCount(0)
})

test('five minutes before the end the page says so, softly', async ({ server, visitor }) => {
  const minutes = (n: number) => new Date(Date.now() + n * 60_000).toISOString().replace(/[-:]|\.\d+/g, '')
  const event = (title: string, from: number, to: number) =>
    `BEGIN:VEVENT\r\nUID:${title}\r\nSUMMARY:${title}\r\nLOCATION:Hall\r\nDTSTART:${minutes(from)}\r\nDTEND:${minutes(to)}\r\nEND:VEVENT`
  const headers = { authorization: `Bearer ${ORGANISER_KEY}`, 'content-type': 'application/json' }
  const post = (path: string, body: object) =>
    fetch(`${server.url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  await post('/events', { slug: 'soon', title: 'Soon', timeZone: 'UTC' })
  const text = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    event('Ending', -30, 3),
    event('Following', 5, 30),
    'END:VCALENDAR',
  ].join('\r\n')
  expect((await post('/events/soon/imports', { text })).ok).toBe(true)
  const sessions = await (await fetch(`${server.url}/api/v1/events/soon/sessions`)).json()
  const name = sessions.find((each: { session: { title: string } }) => each.session.title === 'Ending').session.pad
  const ada = await visitor({ reducedMotion: 'reduce' })
  await ada.opens(`${server.url}/p/${name}`)
  const notice = ada.page.getByRole('status').filter({ hasText: /This session ends in about 3 minutes/ })
  await expect(notice).toBeVisible()
  await expect(notice.getByRole('link', { name: 'Following' })).toBeVisible()
  await axeIsClean(ada)
  await ada.page.getByRole('button', { name: 'Understood' }).click()
  await expect(notice).toHaveCount(0)
})
