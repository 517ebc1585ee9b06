import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { unpackedWoff } from './unpacked-woff.ts'

/** A part of a text that one font can show. */
export type Run = { font: string; text: string }

/** The alphabets of IBM Plex Sans, each in a file of its own; the first that has a letter shows it. */
const ALPHABETS = ['latin', 'latin-ext', 'greek', 'cyrillic', 'cyrillic-ext', 'vietnamese'] as const
export const WEIGHTS = [400, 600] as const
export type Weight = (typeof WEIGHTS)[number]

const FAMILY = '@fontsource/ibm-plex-sans'
const { resolve } = createRequire(import.meta.url)

export type SignFonts = {
  /** The files by the names that runs call them by. */
  files: ReadonlyMap<string, Buffer>
  runsOf(text: string, weight: Weight): Run[]
}

/** Reads the fonts of signs. */
export async function readSignFonts(): Promise<SignFonts> {
  const names = ALPHABETS.flatMap((alphabet) => WEIGHTS.map((weight) => [alphabet, weight] as const))
  const files = await Promise.all(
    names.map(async ([alphabet, weight]) => {
      const path = resolve(`${FAMILY}/files/ibm-plex-sans-${alphabet}-${weight}-normal.woff`)
      return [`${alphabet} ${weight}`, unpackedWoff(await readFile(path))] as const
    }),
  )
  const ranges: Record<string, string> = JSON.parse(await readFile(resolve(`${FAMILY}/unicode.json`), 'utf8'))
  const holds = ALPHABETS.map((alphabet) => [alphabet, rangeTest(ranges[alphabet] ?? '')] as const)
  return {
    files: new Map(files),
    runsOf: (text, weight) => runsOf(text, (letter) => holds.find(([, has]) => has(letter))?.[0], weight),
  }
}

function runsOf(text: string, alphabetOf: (letter: number) => string | undefined, weight: Weight): Run[] {
  const runs: Run[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    // Blanks stay with the word before them; what no alphabet has is left to the first, which shows a box.
    const alphabet =
      /\s/u.test(letter) && last ? last.font.replace(/ \d+$/, '') : (alphabetOf(letter.codePointAt(0) ?? 0) ?? 'latin')
    const font = `${alphabet} ${weight}`
    if (last?.font === font) last.text += letter
    else runs.push({ font, text: letter })
  }
  return runs
}

/** `U+0102-0103,U+0110`: whether a letter lies in it. */
function rangeTest(ranges: string): (letter: number) => boolean {
  const pairs = ranges.split(',').map((range) => {
    const [from = 'x', to = from] = range.replace('U+', '').split('-')
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const
  })
  return (letter) => pairs.some(([from, to]) => from <= letter && letter <= to)
}
