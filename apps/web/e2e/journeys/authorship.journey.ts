import AxeBuilder from '@axe-core/playwright'
import { asAuthor, drawnFor, expectDrawn } from '../harness/authorship.ts'
import { test as base, expect } from '../harness/journey.ts'
import { ORGANISER_KEY } from '../harness/server.ts'

type Two = { ada: Awaited<ReturnType<typeof asAuthor>>; grace: Awaited<ReturnType<typeof asAuthor>> }

/** A pad in which Ada wrote two lines, and Grace, who has come to help. */
const test = base.extend<Two>({
  ada: async ({ pad, server, visitor }, use) => {
    const ada = await asAuthor(await visitor(), pad, 'ada', 0)
    await server.makePad(`${new URL(pad).pathname.slice(3)}-2`, '')
    await ada.who.opens(`${pad}-2`)
    await ada.who.editor.click()
    await ada.who.types('Written by Ada alone\nand so is this')
    await use(ada)
  },
  grace: async ({ ada, visitor }, use) => {
    const grace = await asAuthor(await visitor(), ada.who.page.url(), 'grace', 6)
    await grace.who.opens(ada.who.page.url())
    await expect(grace.who.editor).toContainText('and so is this')
    await use(grace)
  },
})

/** Puts Grace's cursor so many characters into the line with these words. */
async function goesInto({ who }: Two['grace'], words: string, characters: number): Promise<void> {
  await who.goesTo(words)
  await who.page.keyboard.press('Home')
  await who.looks()
  for (let i = 0; i < characters; i++) await who.page.keyboard.press('ArrowRight', { delay: 40 })
}

test('whatever Grace does to the lines of Ada, they stay Ada’s on every screen', async ({ ada, grace, browser }) => {
  // Eight changes, each looked at on three screens.
  test.setTimeout(120_000)
  const both = [ada, grace]
  const { keyboard } = grace.who.page
  await expectDrawn(browser, both, ['ada: Written by Ada alone', 'ada: and so is this'])

  await test.step('writes into one', async () => {
    await goesInto(grace, 'Written by Ada', 14)
    await grace.who.types(' and Grace')
    await expectDrawn(browser, both, ['ada: Written by Ada|grace:  and Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('splits it', async () => {
    await goesInto(grace, 'Written by Ada', 8)
    await keyboard.press('Enter')
    await expectDrawn(browser, both, [
      'ada: Written ',
      'ada: by Ada|grace:  and Grace|ada:  alone',
      'ada: and so is this',
    ])
  })
  await test.step('joins it again', async () => {
    await keyboard.press('Backspace')
    await expectDrawn(browser, both, ['ada: Written by Ada|grace:  and Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('makes a heading of it', async () => {
    await grace.who.toolbar.getByRole('button', { name: 'Heading 2' }).click()
    await expect(ada.who.editor.getByRole('heading')).toBeVisible()
    await expectDrawn(browser, both, ['ada: Written by Ada|grace:  and Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('indents the other', async () => {
    await grace.who.goesTo('and so is this')
    await keyboard.press('Tab')
    await expect(ada.who.line('and so is this')).toHaveAttribute('data-level', '1')
    await expectDrawn(browser, both, ['ada: Written by Ada|grace:  and Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('moves it up', async () => {
    await keyboard.press('Alt+ArrowUp')
    await expectDrawn(browser, both, ['ada: and so is this', 'ada: Written by Ada|grace:  and Grace|ada:  alone'])
  })
  await test.step('deletes it and takes that back', async () => {
    await keyboard.press('Home')
    await grace.who.looks()
    await keyboard.press('Shift+End')
    await grace.who.looks()
    await keyboard.press('Delete')
    await expect(ada.who.editor).not.toContainText('and so is this')
    await keyboard.press('ControlOrMeta+Z')
    await expectDrawn(browser, both, ['ada: and so is this', 'ada: Written by Ada|grace:  and Grace|ada:  alone'])
  })
  await test.step('both load the page again', async () => {
    for (const { who } of both) {
      await who.page.reload()
      await who.canWrite()
    }
    await expectDrawn(browser, both, ['ada: and so is this', 'ada: Written by Ada|grace:  and Grace|ada:  alone'])
  })
})

test('what is written and split offline is drawn right at once, and when the line is back', async ({
  ada,
  grace,
  browser,
}) => {
  await grace.who.context.setOffline(true)
  await expect(grace.who.badge).toHaveText(/^Offline/)
  await goesInto(grace, 'Written by Ada', 8)
  await grace.who.page.keyboard.press('Enter')
  await grace.who.types('on paper ')
  const lines = ['ada: Written ', 'grace: on paper |ada: by Ada alone', 'ada: and so is this']
  await expect.poll(() => drawnFor(grace.who, [ada, grace])).toEqual(lines)

  await grace.who.context.setOffline(false)
  await expectDrawn(browser, [ada, grace], lines)
})

test('what is pasted belongs to whoever pastes it', async ({ ada, grace, browser }) => {
  await grace.who.goesTo('and so is this')
  await grace.who.page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'A first line from elsewhere\nand a second one')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expectDrawn(
    browser,
    [ada, grace],
    ['ada: Written by Ada alone', 'ada: and so is this|grace: A first line from elsewhere', 'grace: and a second one'],
  )
})

test('who wrote what is told to the eye, the hand and the ear, and for those who are away', async ({ ada, grace }) => {
  const { page } = grace.who
  await grace.who.goesTo('and so is this')
  await grace.who.types(', but for this')
  await expect(ada.who.editor).toContainText('but for this')
  await ada.who.page.close()

  await test.step('the list has everybody and what they wrote', async () => {
    await page.getByRole('button', { name: 'Who wrote what' }).click()
    const shares = page.getByRole('list', { name: 'Share of the text' }).getByRole('listitem')
    await expect(shares).toHaveText([/ada71 %/, /grace29 %/])
    await ada.who.context.request.patch(new URL('/api/v1/me', page.url()).href, {
      data: { name: 'Ada Lovelace' },
      headers: { origin: new URL(page.url()).origin },
    })
    await expect(shares.first()).toHaveText(/Ada Lovelace/)
  })
  await test.step('off and in the margin are kept on the device', async () => {
    await page.getByLabel('Off').check()
    await expect(grace.who.editor.locator('[data-written]')).toHaveCount(0)
    await page.getByLabel('In the margin').check()
    await expect(grace.who.line('Written by')).toHaveAttribute('data-initials', 'AL')
    await expect(grace.who.editor.locator('.written')).toHaveCount(0)
  })
  await test.step('the key of Etherpad tells about the line of the caret, aloud too', async () => {
    await page.getByRole('button', { name: 'Who wrote this line?' }).click()
    const told = /Ada Lovelace, \w+ \d+ \w+, \d\d:\d\d.*grace, \w+ \d+ \w+/
    await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('status').filter({ hasText: told })).toHaveCount(0)
    await page.keyboard.press('ControlOrMeta+Shift+Digit2')
    await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached()
    await page.keyboard.press('ArrowUp')
  })
  await test.step('a pointer that rests on words or on the rule is told', async () => {
    const card = page.locator('[data-author-card]')
    await expect(card).toHaveCount(0)
    // Where the line stands by now, as a hand would see it.
    const pointsAt = async (x: number) => {
      const line = await grace.who.line('and so is this').boundingBox()
      if (line === null) throw new Error('The line is not there.')
      await page.mouse.move(line.x + x, line.y + line.height / 2)
    }
    await pointsAt(30)
    await expect(card).toHaveText(/^AL\s*Ada Lovelace/)
    await pointsAt(-18)
    await expect(card).toHaveText(/Ada Lovelace.*grace/)
    await page.mouse.move(600, 600)
    await expect(card).toHaveCount(0)
  })
})

test('whoever keeps order chooses how the pad is seen by those who have not chosen', async ({
  ada,
  server,
  visitor,
}) => {
  const address = ada.who.page.url()
  const chair = await visitor()
  await chair.page.goto(`${server.url}/organiser?key=${ORGANISER_KEY}`)
  await chair.opens(address)
  const menu = chair.page.getByRole('button', { name: 'Who wrote what' })
  await menu.click()
  const share = chair.page.getByRole('button', { name: 'Show everybody what I see' })
  await expect(share).toBeDisabled()
  await chair.page.getByRole('radio', { name: 'Behind the text' }).click()
  await share.click()
  await expect(chair.page.getByText('with authors behind the text')).toBeVisible()

  const [newcomer, chooser] = [await visitor(), await visitor()]
  await newcomer.opens(address)
  await expect(newcomer.editor.locator('.written').first()).toBeVisible()
  await newcomer.page.getByRole('button', { name: 'Who wrote what' }).click()
  await expect(newcomer.page.getByRole('radio', { name: 'Behind the text' })).toBeChecked()
  await expect(newcomer.page.getByRole('button', { name: 'Show everybody what I see' })).toHaveCount(0)
  await chooser.page.addInitScript(() => localStorage.setItem('forumpad.authors', 'margin'))
  await chooser.opens(address)
  await expect(chooser.editor).toContainText('Written by Ada alone')
  await expect(chooser.editor.locator('.written')).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`everybody can use the colours and the list, ${colorScheme}`, async ({ ada, visitor }) => {
    const reader = await visitor({ colorScheme, reducedMotion: 'reduce' })
    await reader.page.addInitScript(() => localStorage.setItem('forumpad.authors', 'text'))
    await reader.opens(ada.who.page.url())
    await expect(reader.editor.locator('.written').first()).toBeVisible()
    await reader.page.getByRole('button', { name: 'Who wrote what' }).click()
    await expect(reader.page.getByRole('list', { name: 'Share of the text' })).toBeVisible()
    const { violations } = await new AxeBuilder({ page: reader.page }).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target}`))).toEqual([])
  })
}
