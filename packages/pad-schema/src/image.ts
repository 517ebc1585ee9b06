import { cleanText } from './clean-text.ts'
import type { Image, Line } from './document.ts'
import { line } from './line.ts'

const ADDRESS = /^\/p\/[\w.~%-]{1,900}\/images\/[0-9a-f]{64}\.(?:png|jpg|gif|webp)$/

/** More words than this about one picture belong into the text. */
export const LONGEST_ALT = 1_000
const LARGEST_SIDE = 100_000

/** Whether an image may be shown from there: it is one that a pad of this server keeps. Nothing is ever loaded from elsewhere. */
export const isImageAddress = (src: unknown): src is string => typeof src === 'string' && ADDRESS.test(src)

export const isAlt = (alt: unknown): alt is string =>
  typeof alt === 'string' && alt.length <= LONGEST_ALT && alt === wordsForAlt(alt)

export const isSide = (side: unknown): side is number =>
  typeof side === 'number' && Number.isInteger(side) && side >= 0 && side <= LARGEST_SIDE

/** An image read from attributes of unknown origin; undefined where its address is not one of ours. */
export function imageOf(attributes: { readonly [name: string]: unknown }): Image | undefined {
  const { src, alt } = attributes
  if (!isImageAddress(src)) return undefined
  const [width, height] = [sideIn(attributes.width), sideIn(attributes.height)]
  const size = width > 0 && height > 0 ? { width, height } : { width: 0, height: 0 }
  return { type: 'image', src, alt: typeof alt === 'string' ? wordsForAlt(alt) : '', ...size }
}

/** Words as they may describe an image: one line, not too long. */
export function wordsForAlt(words: string): string {
  return [...cleanText(words.slice(0, 2 * LONGEST_ALT)).replace(/\s+/g, ' ')]
    .slice(0, LONGEST_ALT / 2)
    .join('')
    .trim()
}

function sideIn(value: unknown): number {
  const side = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value
  return isSide(side) ? side : 0
}

/** What stands for an image where there are only words. */
export const imageWords = ({ alt }: Image): string => (alt === '' ? '[image]' : `[image: ${alt}]`)

/** An image in a place that holds lines only. */
export const imageAsLine = (image: Image): Line => line('text', imageWords(image))
