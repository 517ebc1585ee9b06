import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '../harness/journey.ts'
import { expectText, type Visitor } from '../harness/visitor.ts'

test('a pasted photo is on both screens, has no EXIF, gets its words by keyboard, and is there tomorrow', async ({
  pad,
  server,
  visitor,
}) => {
  const ada = await visitor()
  const grace = await visitor({ colorScheme: 'dark' })
  await ada.opens(pad)
  await grace.opens(pad)
  await ada.goesTo('First line')
  await pastes(ada, 'photo')
  for (const { editor } of [ada, grace]) {
    await expect.poll(() => widths(editor.locator('figure img'))).toEqual([120])
    await expect(editor.locator(':scope > :nth-child(2) > img')).toHaveCount(1)
  }
  await expect(ada.page.getByText('The image is in the text.')).toBeVisible()

  const stored = await readdir(join(server.dataDir, 'uploads'))
  expect(stored).toHaveLength(1)
  const bytes = await readFile(join(server.dataDir, 'uploads', stored[0] ?? ''), 'latin1')
  expect(bytes).toMatch(/^\xff\xd8\xff/)
  expect(bytes).not.toMatch(/Exif|a camera/)

  const { keyboard } = ada.page
  // The caret waits below the image.
  await keyboard.press('Home')
  await keyboard.press('ArrowLeft')
  const words = ada.page.getByLabel('What the image shows')
  await expect(words).toBeVisible()
  await keyboard.press('Enter')
  await expect(words).toBeFocused()
  await ada.types('A whiteboard')
  await grace.goesTo('First line')
  await grace.types(' of Grace')
  await expectText(ada, 'First line of Grace')
  await ada.types(' with three boxes')
  const { violations } = await new AxeBuilder({ page: ada.page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await keyboard.press('Enter')
  for (const { editor } of [ada, grace])
    await expect(editor.getByRole('img', { name: 'A whiteboard with three boxes' })).toBeVisible()
  await expect(ada.badge).toHaveText(/^Saved/)

  await ada.page.reload()
  await ada.canWrite()
  await expect.poll(() => widths(ada.editor.getByRole('img', { name: 'A whiteboard with three boxes' }))).toEqual([120])
})

test('what is no image gets a sentence, dropped or pasted, and so does an image without network', async ({
  pad,
  visitor,
}) => {
  const ada = await visitor({ viewport: { width: 360, height: 640 } })
  await ada.opens(pad)
  await ada.goesTo('Last line')
  await pastes(ada, 'no image')
  await expect(ada.page.getByText('That is no image that can be shown')).toBeVisible()
  await drops(ada)
  await expect(ada.page.getByText('SVG drawings may hold scripts')).toBeVisible()
  await pastes(ada, 'photo')
  await expect(ada.editor.locator('img')).toHaveCount(1)
  await ada.context.setOffline(true)
  await pastes(ada, 'photo')
  await expect(ada.page.getByText('The server cannot be reached, so the image was not put in.')).toBeVisible()
  await ada.context.setOffline(false)
  await expect(ada.editor.locator('img')).toHaveCount(1)
  await expect.poll(() => ada.text()).toBe('First line\n\nSecond line\nLast line')
})

test('the slash menu asks for a file', async ({ pad, visitor }) => {
  const ada = await visitor()
  await ada.opens(pad)
  await ada.addsLine('/image')
  const asks = ada.page.waitForEvent('filechooser')
  await expect(ada.page.getByRole('option', { name: /Image/ })).toHaveAttribute('aria-selected', 'true')
  await ada.looks()
  await ada.page.keyboard.press('Enter')
  await (await asks).setFiles({ name: 'dot.gif', mimeType: 'image/gif', buffer: Buffer.from(DOT, 'base64') })
  await expect.poll(() => widths(ada.editor.locator('img'))).toEqual([1])
  await ada.types('goes on below')
  await expect.poll(() => ada.text()).toBe('First line\nSecond line\nLast line\n\ngoes on below')
})

const DOT = 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs='

/** How wide each picture is that has come. */
const widths = (images: ReturnType<Visitor['editor']['locator']>): Promise<number[]> =>
  images.evaluateAll((all) => all.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))

/** Pastes a drawn JPEG that a camera has signed, or a text that calls itself an image. */
function pastes({ editor }: Visitor, what: 'photo' | 'no image'): Promise<void> {
  return editor.evaluate(async (element, what) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 120, height: 80 })
    const pen = canvas.getContext('2d')
    if (pen !== null) pen.fillStyle = '#2a6f97'
    pen?.fillRect(10, 10, 100, 60)
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg'))
    const maker = 'Exif\0\0II*\0\x08\0\0\0\x01\0\x0f\x01\x02\0\x09\0\0\0\x1a\0\0\0\0\0\0\0a camera\0'
    const exif = Uint8Array.from(`\xff\xe1\0${String.fromCharCode(maker.length + 2)}${maker}`, (byte) =>
      byte.charCodeAt(0),
    )
    const parts = drawn === null || what === 'no image' ? ['words'] : [drawn.slice(0, 2), exif, drawn.slice(2)]
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(parts, 'photo.jpg', { type: 'image/jpeg' }))
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, what)
}

/** Drops a drawing with a script on the text. */
function drops({ editor }: Visitor): Promise<void> {
  return editor.evaluate((element) => {
    const dataTransfer = new DataTransfer()
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    dataTransfer.items.add(new File([svg], 'drawing.svg', { type: 'image/svg+xml' }))
    const { left, top } = element.getBoundingClientRect()
    const at = { clientX: left + 40, clientY: top + 20 }
    element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, ...at }))
  })
}
