import { isForEverybody } from '../harness/is-for-everybody.ts'
import { expect, test } from '../harness/journey.ts'
import type { Visitor } from '../harness/visitor.ts'

async function opensComments({ page }: Visitor) {
  await page.getByRole('button', { name: /^Chat, comments and room/ }).click()
  await page.getByRole('button', { name: 'Comments', exact: true }).click()
  return page.getByRole('complementary', { name: 'Beside the pad' })
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a reader with leave comments on a passage, which outlives edits and says when it is gone, ${colorScheme}`, async ({
    pad,
    server,
    visitor,
  }) => {
    test.setTimeout(180_000)
    const name = new URL(pad).pathname.replace('/p/', '')
    await server.narrow(name, 'by-link')
    const chair = await visitor({ colorScheme })
    await chair.page.goto((await server.makeLink(name, 'moderator')).url)
    await chair.canWrite()
    const chairs = await opensComments(chair)
    // Ticked once the server has it.
    await chairs.getByLabel('Readers may comment too').click()
    await expect(chairs.getByLabel('Readers may comment too')).toBeChecked()

    const reader = await visitor({ colorScheme, reducedMotion: 'reduce' })
    await reader.page.goto(pad)
    await expect(reader.readOnlyText).toBeVisible()
    const readers = await opensComments(reader)
    await reader.readOnlyText.getByText('Second line').click({ clickCount: 3 })
    await expect(readers.getByText('Second line')).toBeVisible()
    await readers.getByLabel('Comment on these words').fill('Which of both?')
    await reader.page.keyboard.press('Enter')
    await expect(readers.getByRole('listitem')).toContainText('Which of both?')

    await expect(chairs.getByRole('listitem')).toContainText('Which of both?')
    await chairs.getByLabel('Answer').fill('The first')
    await chair.page.keyboard.press('Enter')
    await expect(readers.getByRole('listitem')).toContainText('The first')
    await isForEverybody(reader.page, `reader-${colorScheme}`)

    // In the minutes it stands beside its line, for whoever runs no script.
    const plain = await visitor({ colorScheme, javaScriptEnabled: false })
    await plain.page.goto(`${pad}/review`)
    const line = plain.page.locator('.minutes-text p', { hasText: 'Second line' })
    await expect(line.locator('[data-comment]')).toContainText('Which of both?')
    await expect(line.locator('[data-comment]')).toContainText('The first')
    await reader.page.goto(`${pad}/review`)
    await isForEverybody(reader.page, `minutes-${colorScheme}`)

    // The words around it and in it change; it stays with them.
    await chair.goesTo('First line')
    await chair.page.keyboard.press('Enter')
    await chair.types('Between')
    await chair.goesTo('Second line')
    await chair.page.keyboard.press('ArrowLeft')
    await chair.types('!')
    await expect(chairs.getByRole('button', { name: 'Second lin!e' })).toBeVisible()
    await chairs.getByRole('button', { name: /^Settled: / }).click()
    await chairs.getByRole('button', { name: 'Show 1 settled' }).click()
    await expect(chairs.getByText(/^Settled by /)).toBeVisible()

    // With its line it goes, and says so.
    await chair.goesTo('Second lin!e')
    await chair.page.keyboard.press('ControlOrMeta+Shift+k')
    await expect(chairs.getByText(/^These words are gone:/)).toContainText('Second line')
    await expect.poll(() => server.textOf(name)).not.toContain('lin!e')
    await plain.page.reload()
    const lost = plain.page.getByRole('region', { name: 'Comments on words that are gone' })
    await expect(lost).toContainText('Second line')
    await expect(lost).toContainText(/Settled by /)
    await expect(plain.page.locator('[data-comment]')).toHaveCount(0)
    await reader.page.reload()
    await isForEverybody(reader.page, `lost-${colorScheme}`)
  })
}
