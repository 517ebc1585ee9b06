import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readSignFonts } from './sign-fonts.ts'
import { signsPdf } from './signs-pdf.ts'

const address = 'https://pads.example.org/e/bos/rooms/Hall/pad'

/** The drawing of each page, as PDF writes it. */
function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/stream\n([\s\S]*?)\nendstream/g)].flatMap(([, stream = '']) => {
    try {
      const drawing = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
      return / re\n/.test(drawing) ? [drawing] : []
    } catch {
      return []
    }
  })
}

test('a page for each room, each with its name and a code; the same again is the same file', async () => {
  const signs = [
    'Hall 1',
    'Зал Ωμέγα Łódź',
    'A very long name of a room that goes on and on '.repeat(5),
    'ﷺ 会議室',
  ].map((room) => ({ room, address }))
  const pdf = await signsPdf('Boston Forum', signs)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.toString('latin1')).toMatch(/\/Count 4\b/)
  const pages = pagesOf(pdf)
  expect(pages).toHaveLength(4)
  for (const page of pages) expect(page.match(/ re\n/g)?.length).toBeGreaterThan(200)
  expect((await signsPdf('Boston Forum', signs)).length).toBe(pdf.length)
})

test('each alphabet is written in the font that has it', async () => {
  const { runsOf } = await readSignFonts()
  expect(runsOf('Hall Зал Łódź', 600)).toEqual([
    { font: 'latin 600', text: 'Hall ' },
    { font: 'cyrillic 600', text: 'Зал ' },
    { font: 'latin-ext 600', text: 'Ł' },
    { font: 'latin 600', text: 'ód' },
    { font: 'latin-ext 600', text: 'ź' },
  ])
})
