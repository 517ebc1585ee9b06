import AxeBuilder from '@axe-core/playwright'
import { LANGUAGES, type Language } from '@forumpad/api'
import type { Page } from '@playwright/test'
import { isForEverybody } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import { SAMPLE_EVENT, TELECOM_PAD } from '../harness/sample-event.ts'
import { ORGANISER_KEY } from '../harness/server.ts'
import { speaks, wordsOf } from '../harness/speaks.ts'

test('somebody chooses German on the start page, and the pad, its tools and its badge speak it', async ({
  server,
  visitor,
}) => {
  const ada = await visitor({ viewport: { width: 360, height: 740 } })
  const asked: string[] = []
  ada.page.on('request', (request) => asked.push(request.url()))
  const { page } = ada
  await page.goto(server.url)
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible()
  await page.getByLabel('Language').selectOption('Deutsch')
  await expect(page.getByRole('button', { name: 'Suchen' })).toBeVisible()
  await staysInside(page)

  await page.goto(`${server.url}/p/${TELECOM_PAD}`)
  await expect(ada.editor).toBeVisible()
  await expect(ada.badge).toHaveText('Gespeichert')
  await expect(page.getByRole('textbox', { name: 'Text des Pads' })).toBeVisible()
  await staysInside(page)

  await ada.editor.click()
  await expect(page.getByRole('button', { name: 'Fett (Strg+B)' })).toBeVisible()
  await page.keyboard.press('End')
  await page.keyboard.type(' /überschrift 2')
  await expect(page.getByRole('option')).toHaveText([/Überschrift 2/])
  // Who knows the English name finds it by that too.
  for (const _ of 'überschrift 2') await page.keyboard.press('Backspace')
  await page.keyboard.type('quot')
  await expect(page.getByRole('option')).toHaveText([/Zitat/])

  await page.reload()
  await expect(ada.badge).toHaveText('Gespeichert')
  await page.goto(`${server.url}/e/${SAMPLE_EVENT}`)
  await expect(page.getByRole('link', { name: 'Notizen durchsuchen' })).toBeVisible()
  await staysInside(page)
  expect(asked.filter((url) => new URL(url).origin !== new URL(server.url).origin)).toEqual([])
})

test('without script the choice is a form, and holds', async ({ server, visitor }) => {
  const { page } = await visitor({ javaScriptEnabled: false })
  await page.goto(`${server.url}/search?q=nothing`)
  await page.getByLabel('Language').selectOption('العربية')
  await page.getByRole('button', { name: 'Choose' }).click()
  await expect(page).toHaveURL(`${server.url}/search?q=nothing`)
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.goto(`${server.url}/p/${TELECOM_PAD}/review`)
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('link', { name: 'فتح الدفتر' })).toBeVisible()
})

test('whoever chose nothing is spoken to as their browser asks, before any script has run', async ({
  server,
  visitor,
}) => {
  const { page } = await visitor({ locale: 'de-AT', javaScriptEnabled: false })
  const answer = await page.goto(server.url)
  expect(answer?.headers()).toMatchObject({
    'content-language': 'de',
    vary: expect.stringContaining('accept-language'),
  })
  await expect(page.getByText('Alle Notizen durchsuchen')).toBeVisible()
})

test('Arabic is read from the right, and the lines of a pad stay as they are', async ({ pad, visitor }) => {
  const ada = await visitor({ locale: 'ar', viewport: { width: 1280, height: 800 } })
  const { page } = ada
  await page.goto(pad)
  await expect(ada.editor).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  const places = await Promise.all(
    ['عريض (Ctrl+B)', 'تراجع (Ctrl+Z)'].map((name) => page.getByRole('button', { name }).boundingBox()),
  )
  expect(places[0]?.x).toBeGreaterThan(places[1]?.x ?? Number.POSITIVE_INFINITY)
  const direction = ada.line('First line').evaluate((line) => getComputedStyle(line).direction)
  expect(await direction).toBe('ltr')
  await page.getByRole('button', { name: /الدردشة والتعليقات/ }).click()
  const panel = await page.getByRole('complementary', { name: 'بجانب الدفتر' }).boundingBox()
  expect(panel?.x).toBe(0)
})

for (const locale of ['de', 'ar'] as const satisfies Language[])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`everybody can use the pages in ${LANGUAGES[locale].name}, ${colorScheme}`, async ({ server, visitor }) => {
      const ada = await visitor({ locale, colorScheme, reducedMotion: 'reduce', viewport: { width: 360, height: 740 } })
      for (const path of ['/', `/e/${SAMPLE_EVENT}`, `/p/${TELECOM_PAD}`]) {
        await ada.page.goto(`${server.url}${path}`)
        await expect(ada.page.locator('html')).toHaveAttribute('lang', locale)
        if (path.includes('/p/')) await expect(ada.editor).toBeVisible()
        const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
        expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${path} ${id} ${target}`))).toEqual([])
        await staysInside(ada.page)
      }
    })

const AGENDA = `Title,Start,End,Room,Type,ID,Time zone
Fog and edge,2026-05-10 14:00,2026-05-10 14:40,Hynes 101,BoF,fog,UTC
Upgrades,2026-05-10 15:00,2026-05-10 15:40,Hynes 102,BoF,upgrades,UTC`
/** One moved, one gone, and one of which nobody knows what its columns are. */
const MOVED = AGENDA.replace('14:00', '13:00').replace(/\n.*$/, '')
const UNREAD = AGENDA.replace(/^.*/, 'Thema,Wann,Bis,Wo,Art,Nr,Zone')

for (const locale of ['de', 'ar'] as const satisfies Language[]) {
  const say = wordsOf(locale)

  test(`the organiser’s pages are all in ${LANGUAGES[locale].name}`, async ({ server, visitor }) => {
    test.setTimeout(180_000)
    const event = `/e/words-${locale}`
    await server.makeEvent(`words-${locale}`, 'Forum 2026', AGENDA)
    const { page } = await visitor({ locale, reducedMotion: 'reduce' })
    await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
    for (const [name, path] of Object.entries({
      new: '/new',
      manage: `${event}/manage`,
      moderation: `${event}/moderation`,
      templates: `${event}/templates?type=BoF`,
      imports: `${event}/imports`,
    })) {
      await page.goto(server.url + path)
      for (const more of await page.locator('details:not([open]) > summary').all()) await more.click()
      await speaks(page, locale)
      await isForEverybody(page, `${locale}-${name}`)
    }

    const bring = (text: string) =>
      page
        .getByLabel(say('Or choose a file'))
        .setInputFiles({ name: 'plan.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await bring(UNREAD)
    await expect(page.getByRole('heading', { name: say('Say what the columns are') })).toBeVisible()
    await speaks(page, locale)
    await isForEverybody(page, `${locale}-columns`)
    await page.getByRole('button', { name: say('Leave all as it is') }).click()
    await bring(MOVED)
    await expect(page.getByRole('heading', { name: say('This would happen') })).toBeVisible()
    await speaks(page, locale)
    await isForEverybody(page, `${locale}-import`)
    await page.getByRole('button', { name: say('Leave all as it is') }).click()
    await bring('%PDF-1.7')
    await expect(page.getByRole('alert')).toBeVisible()
    await speaks(page, locale)
  })

  test(`a history and what is redacted in it are in ${LANGUAGES[locale].name}`, async ({ server, visitor }) => {
    test.setTimeout(120_000)
    await server.makePad(`past-${locale}`, 'First line\nSecond line')
    const { page } = await visitor({ locale, reducedMotion: 'reduce' })
    await page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
    await page.goto(`${server.url}/p/past-${locale}/timeslider`)
    await expect(page.getByRole('slider')).toBeVisible()
    await speaks(page, locale)
    await isForEverybody(page, `${locale}-history`)
    // The first mark stands over the handle, which is at the first revision, from whichever side one reads.
    const handleAt = await page.getByRole('slider').evaluate((slider) => {
      const { left, right } = slider.getBoundingClientRect()
      return getComputedStyle(slider).direction === 'rtl' ? right : left
    })
    const mark = await page.locator('svg rect[data-hue]').first().boundingBox()
    expect(Math.abs((mark?.x ?? 0) - handleAt)).toBeLessThan(20)

    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: say('Redact…') }).click()
    await dialog.getByRole('textbox').fill('No such words')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('alert')).not.toBeEmpty()
    await speaks(page, locale)
    await dialog.getByRole('textbox').fill('Second')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: say('Redact for good') })).toBeVisible()
    await speaks(page, locale)
    await isForEverybody(page, `${locale}-redact`)
    await dialog.getByRole('button', { name: say('Redact for good') }).click()
    await expect(page.getByText('█'.repeat(6)).first()).toBeVisible()
    await speaks(page, locale)
  })

  test(`what the server refuses is said in ${LANGUAGES[locale].name}`, async ({ server, visitor }) => {
    const { page } = await visitor({ locale, reducedMotion: 'reduce' })
    for (const [name, path] of Object.entries({
      missing: '/e/no-such-event',
      closed: `/e/${SAMPLE_EVENT}/manage`,
      search: '/search?q=-budget',
    })) {
      await page.goto(server.url + path)
      await speaks(page, locale)
      await isForEverybody(page, `${locale}-${name}`)
    }
    await page.goto(`${server.url}/p/${TELECOM_PAD}`)
    await page.getByRole('button', { name: say('Chat, comments and room') }).click()
    await page.getByLabel(say('Write to everybody here')).fill('q-')
    await page.keyboard.press('Enter')
    await expect(page.getByText(say('You are not in the queue.'))).toBeVisible()
  })
}

async function staysInside(page: Page) {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}
