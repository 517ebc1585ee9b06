import { isForEverybodyInBothColours } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { expectText } from '../harness/visitor.ts'

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'PRODID:-//forum//EN',
  ...['fog', 'nfv'].flatMap((uid) => [
    'BEGIN:VEVENT',
    ...[`UID:${uid}@moderation`, `SUMMARY:Session about ${uid}`, 'DTSTART:20260510T140000Z', 'DURATION:PT40M'],
    `X-FORUMPAD-PAD:moderated-${uid}`,
    'END:VEVENT',
  ]),
  'END:VCALENDAR',
  '',
].join('\r\n')

test('a moderator finds who disturbs, blocks them at once, undoes all they did, and the log says so', async ({
  server,
  visitor,
}) => {
  test.setTimeout(180_000)
  const event = 'moderated'
  await server.makeEvent(event, 'Moderated', CALENDAR)

  const eve = await visitor()
  for (const pad of ['moderated-fog', 'moderated-nfv']) {
    await eve.opens(`${server.url}/p/${pad}`)
    await eve.addsLine('Buy my pills')
    await expectText(eve, 'Buy my pills')
    await expect(eve.badge).toHaveText(/^Saved/)
  }

  const ana = await visitor({ reducedMotion: 'reduce' })
  await ana.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await ana.page.goto(`${server.url}/e/${event}/manage`)
  await ana.page.getByRole('link', { name: 'Recent changes over all pads' }).click()
  await expect(ana.page.getByRole('link', { name: 'Session about fog' })).toBeVisible()
  await ana.page.getByRole('region', { name: 'Recent changes' }).getByRole('link').first().click()

  await ana.page.getByRole('button', { name: /^Block/ }).click()
  await expect(eve.readOnlyText).toBeVisible()
  await ana.page.getByRole('region', { name: 'Blocked' }).getByRole('link').first().click()
  await ana.page.getByText('Undo everything of').click()
  await isForEverybodyInBothColours(ana.page, 'moderation')
  await ana.page.getByRole('button', { name: 'Undo in all pads' }).click()
  await expect(ana.page.getByText('Undone in 2 pads.')).toBeVisible()
  for (const pad of ['moderated-fog', 'moderated-nfv']) expect(await server.textOf(pad)).not.toContain('pills')

  await ana.page.goto(`${server.url}/e/${event}/manage`)
  const log = ana.page.getByRole('region', { name: 'Who did what' })
  await expect(log.getByRole('listitem')).toHaveText([
    /Undid what a person did moderated-nfv/,
    /Undid what a person did moderated-fog/,
    /Blocked a person/,
    /Applied an agenda/,
  ])
  await isForEverybodyInBothColours(ana.page, 'audit')
})

test('a lock makes readers of all without a link at once, in open pads too, until it is lifted', async ({
  server,
  visitor,
}) => {
  test.setTimeout(180_000)
  await server.makeEvent('locked', 'Locked', CALENDAR.replaceAll('moderated-', 'locked-'))
  const eve = await visitor()
  await eve.opens(`${server.url}/p/locked-fog`)
  const ana = await visitor({ reducedMotion: 'reduce' })
  await ana.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await ana.page.goto(`${server.url}/e/locked/moderation`)
  await ana.page.getByRole('button', { name: 'Lock all pads' }).click()
  await expect(ana.page.getByText('All pads are locked')).toBeVisible()
  await expect(eve.readOnlyText).toBeVisible()
  await isForEverybodyInBothColours(ana.page, 'locked')

  await ana.page.goto(`${server.url}/e/locked/manage`)
  await ana.page.getByRole('button', { name: 'Unlock all pads' }).click()
  await eve.canWrite()
  await ana.page.getByRole('button', { name: 'Lock all pads' }).click()
  await expect(ana.page.getByRole('button', { name: 'Unlock all pads' })).toBeVisible()
  await expect(eve.readOnlyText).toBeVisible()
})
