import { asAuthor, drawnFor, expectDrawn } from '../harness/authorship.ts'
import { test as base, expect } from '../harness/journey.ts'

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
  for (let i = 0; i < characters; i++) await who.page.keyboard.press('ArrowRight', { delay: 40 })
}

test('whatever Grace does to the lines of Ada, they stay Ada’s on every screen', async ({ ada, grace, browser }) => {
  const both = [ada, grace]
  const { keyboard } = grace.who.page
  await expectDrawn(browser, both, ['ada: Written by Ada alone', 'ada: and so is this'])

  await test.step('writes into one', async () => {
    await goesInto(grace, 'Written by Ada', 14)
    await grace.who.types('+Grace')
    await expectDrawn(browser, both, ['ada: Written by Ada|grace: +Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('splits it', async () => {
    await goesInto(grace, 'Written by Ada', 8)
    await keyboard.press('Enter')
    await expectDrawn(browser, both, ['ada: Written ', 'ada: by Ada|grace: +Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('joins it again', async () => {
    await keyboard.press('Backspace')
    await expectDrawn(browser, both, ['ada: Written by Ada|grace: +Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('makes a heading of it', async () => {
    await grace.who.toolbar.getByRole('button', { name: 'Heading 2' }).click()
    await expect(ada.who.editor.getByRole('heading')).toBeVisible()
    await expectDrawn(browser, both, ['ada: Written by Ada|grace: +Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('indents the other', async () => {
    await grace.who.goesTo('and so is this')
    await keyboard.press('Tab')
    await expect(ada.who.line('and so is this')).toHaveAttribute('data-level', '1')
    await expectDrawn(browser, both, ['ada: Written by Ada|grace: +Grace|ada:  alone', 'ada: and so is this'])
  })
  await test.step('moves it up', async () => {
    await keyboard.press('Alt+ArrowUp')
    await expectDrawn(browser, both, ['ada: and so is this', 'ada: Written by Ada|grace: +Grace|ada:  alone'])
  })
  await test.step('deletes it and takes that back', async () => {
    await keyboard.press('Home')
    await keyboard.press('Shift+End')
    await keyboard.press('Delete')
    await expect(ada.who.editor).not.toContainText('and so is this')
    await keyboard.press('ControlOrMeta+Z')
    await expectDrawn(browser, both, ['ada: and so is this', 'ada: Written by Ada|grace: +Grace|ada:  alone'])
  })
  await test.step('both load the page again', async () => {
    for (const { who } of both) {
      await who.page.reload()
      await who.canWrite()
    }
    await expectDrawn(browser, both, ['ada: and so is this', 'ada: Written by Ada|grace: +Grace|ada:  alone'])
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
