import { isForEverybodyInBothColours } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { expectText } from '../harness/visitor.ts'

const HOUR = 3_600_000
const stamp = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')

/** A daily call that was held 23 hours ago. */
const calendar = () =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//forum//EN',
    'BEGIN:VEVENT',
    ...['UID:daily@forum', 'SUMMARY:Telecom and NFV call', 'LOCATION:Jitsi', 'DURATION:PT1H'],
    `DTSTART:${stamp(Date.now() - 23 * HOUR)}`,
    ...['RRULE:FREQ=DAILY', 'END:VEVENT', 'END:VCALENDAR', ''],
  ].join('\r\n')

test('a regular call has one page; what was open after one call stands at the top of the next', async ({
  server,
  visitor,
}) => {
  test.setTimeout(120_000)
  const event = 'weekly-calls'
  await server.makeEvent(event, 'Working groups', calendar())

  const ana = await visitor({ reducedMotion: 'reduce' })
  await ana.page.goto(`${server.url}/e/${event}`)
  await ana.page.getByRole('link', { name: 'All dates of Telecom and NFV call' }).first().click()
  await expect(ana.page.getByRole('heading', { name: 'Next' })).toBeVisible()

  await ana.page.getByRole('region', { name: 'Held' }).getByRole('link').first().click()
  await ana.canWrite()
  await ana.addsLine('#action Ana asks the operators list')
  await ana.addsLine('#agreed We meet daily')
  await expectText(ana, 'We meet daily')
  const link = ana.page.getByRole('link', { name: 'All dates' })
  const series = `${server.url}${await link.getAttribute('href')}`
  await expect
    .poll(async () => {
      await ana.page.goto(series)
      return ana.page.getByRole('heading', { name: 'Open actions of' }).count()
    })
    .toBe(1)

  await isForEverybodyInBothColours(ana.page, 'series')

  // The stable address leads to the call that comes next; its pad begins with what is still to do.
  const bea = await visitor()
  await bea.opens(`${series}/now`)
  await expect(bea.line('Open actions of')).toBeVisible()
  await expectText(bea, 'Ana asks the operators list')
})
