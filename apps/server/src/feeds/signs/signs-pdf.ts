import { setImmediate } from 'node:timers/promises'
import type PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { type Run, readSignFonts, type SignFonts, type Weight } from './sign-fonts.ts'

/** A sign at a room's door. */
export type Sign = { room: string; address: string }

/** A4, in points. */
const WIDTH = 595
const MARGIN = 56
const INNER = WIDTH - 2 * MARGIN
const CODE = 330

type Pdf = InstanceType<typeof PDFDocument>

/**
 * A page for each room: its name, and a QR code that always leads to the session now on. Made page by page, so that nobody waits for it.
 * With letters of the Latin, Greek and Cyrillic alphabets.
 */
export async function signsPdf(event: string, signs: readonly Sign[]): Promise<Buffer> {
  // Large, and needed here alone.
  const [{ default: Document }, fonts] = await Promise.all([import('pdfkit'), readSignFonts()])
  const pdf = new Document({
    autoFirstPage: false,
    size: 'A4',
    margin: MARGIN,
    // The same signs are the same file.
    info: { Title: `Signs: ${event}`, Creator: 'Forumpad', CreationDate: new Date(0) },
  })
  const parts: Buffer[] = []
  pdf.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve, reject) => {
    pdf.once('end', resolve)
    pdf.once('error', reject)
  })
  for (const [name, file] of fonts.files) pdf.registerFont(name, file)
  for (const sign of signs) {
    page(pdf, fonts, event, sign)
    await setImmediate()
  }
  if (signs.length === 0) pdf.addPage()
  pdf.end()
  await ended
  return Buffer.concat(parts)
}

function page(pdf: Pdf, fonts: SignFonts, event: string, { room, address }: Sign): void {
  pdf.addPage()
  write(pdf, fonts, room, { y: MARGIN, weight: 600, sizes: [88, 72, 60, 48, 36, 28, 20], most: 190 })
  pdf
    .moveTo(MARGIN, 258)
    .lineTo(WIDTH - MARGIN, 258)
    .lineWidth(2)
    .stroke('#000')
  write(pdf, fonts, event, { y: 270, weight: 400, sizes: [20, 16, 12], most: 56 })
  code(pdf, address, (WIDTH - CODE) / 2, 350)
  write(pdf, fonts, 'Notes of the session that is on now', { y: 702, weight: 600, sizes: [22], most: 30 })
  write(pdf, fonts, address, { y: 734, weight: 400, sizes: [13, 11, 9, 7], most: 44 })
}

type Place = { y: number; weight: Weight; sizes: readonly number[]; most: number }

/** Words in the largest size in which they fit: every word in a line, all lines in the height. Addresses break after a slash. */
function write(pdf: Pdf, fonts: SignFonts, text: string, { y, weight, sizes, most }: Place): void {
  const words = text
    .slice(0, 400)
    .split(/(?<=\s)|(?<=[^/:]\/)(?!\/)/)
    .map((word) => fonts.runsOf(word, weight))
  const size = sizes.find((one) => isIn(linesOf(pdf, words, one), one, most)) ?? sizes.at(-1) ?? 12
  pdf.fillColor('#000')
  for (const [at, { runs }] of linesOf(pdf, words, size).entries()) {
    let x = MARGIN
    for (const { font, text } of runs) {
      pdf.font(font).text(text, x, y + at * size * LINE, { lineBreak: false })
      x += pdf.widthOfString(text)
    }
  }
}

const LINE = 1.15

type Line = { runs: Run[]; width: number }

function linesOf(pdf: Pdf, words: readonly Run[][], size: number): Line[] {
  pdf.fontSize(size)
  const lines: Line[] = [{ runs: [], width: 0 }]
  for (const word of words) {
    const width = word.reduce((sum, { font, text }) => sum + pdf.font(font).widthOfString(text), 0)
    const last = lines.at(-1)
    if (last === undefined || (last.width > 0 && last.width + width > INNER)) lines.push({ runs: [...word], width })
    else {
      last.runs.push(...word)
      last.width += width
    }
  }
  return lines
}

function isIn(lines: readonly Line[], size: number, most: number): boolean {
  return lines.every(({ width }) => width <= INNER) && lines.length * size * LINE <= most
}

/** A QR code with its quiet zone, as squares: it stays sharp at every size. */
function code(pdf: Pdf, text: string, left: number, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const step = CODE / size
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) if (dark) pdf.rect(left + x * step, top + y * step, step, step)
  }
  pdf.fill('#000')
}
