import sharp, { type Sharp } from 'sharp'
import { ProblemError } from '../http/problem-error.ts'
import { type ImageKind, imageKind, isSvg } from './image-kind.ts'

export const IMAGE_LIMITS = {
  /** One file, as it is sent. */
  bytes: 10 * 1024 * 1024,
  /** All files of one pad, as they are kept. */
  padBytes: 50 * 1024 * 1024,
  /** Of all frames together: known from the first bytes, before anything is unpacked. */
  pixels: 60_000_000,
  /** The longer side of what is kept. */
  side: 2_000,
  /** What is unpacked and packed again for longer is given up: others wait behind it. */
  seconds: 20,
} as const

export type ProcessedImage = { bytes: Buffer; ending: 'png' | 'jpg' | 'gif' | 'webp'; width: number; height: number }

// What is unpacked at once: a server has better to do with its memory than to keep what it has drawn.
sharp.cache(false)
sharp.concurrency(1)

/** An image as a pad keeps it: turned upright, at most 2,000 pixels long, without places, cameras and thumbnails. Works in threads of its own. */
export async function processImage(sent: Buffer, seconds: number = IMAGE_LIMITS.seconds): Promise<ProcessedImage> {
  const kind = imageKind(sent)
  if (kind === undefined) throw isSvg(sent) ? new ProblemError(415, 'svg-image', SVG) : notAnImage()
  const animated = kind === 'gif' || kind === 'webp'
  const input = () => sharp(sent, { animated, failOn: 'error', limitInputPixels: IMAGE_LIMITS.pixels })
  try {
    await checkSize(sent, animated)
    const upright = input()
      .rotate()
      .resize({ width: IMAGE_LIMITS.side, height: IMAGE_LIMITS.side, fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds })
    const { data, info } = await encoded(upright, kind).toBuffer({ resolveWithObject: true })
    const height = info.pageHeight ?? info.height
    return { bytes: data, ending: ENDINGS[kind], width: info.width, height }
  } catch (error) {
    if (error instanceof ProblemError) throw error
    throw error instanceof Error && /^timeout: /m.test(error.message) ? tooSlow() : notAnImage()
  }
}

const ENDINGS = { png: 'png', jpeg: 'jpg', gif: 'gif', webp: 'webp', avif: 'webp' } as const

async function checkSize(sent: Buffer, animated: boolean): Promise<void> {
  // Reads the head of the file alone.
  const { width, height } = await sharp(sent, { animated, limitInputPixels: false }).metadata()
  if (width * height > IMAGE_LIMITS.pixels)
    throw new ProblemError(
      413,
      'image-too-many-pixels',
      'That image has too many pixels: at most 60 million are taken. Make it smaller first.',
    )
}

function encoded(image: Sharp, kind: ImageKind): Sharp {
  switch (kind) {
    case 'png':
      return image.png()
    case 'jpeg':
      return image.jpeg({ quality: 85, mozjpeg: true })
    case 'gif':
      return image.gif()
    case 'webp':
    case 'avif':
      return image.webp({ quality: 85 })
  }
}

const SVG = 'SVG drawings may hold scripts, so they are not taken. Save it as PNG and try again.'

const notAnImage = () =>
  new ProblemError(415, 'not-an-image', 'That is no image that can be shown: PNG, JPEG, GIF, WebP and AVIF can.')

const tooSlow = () =>
  new ProblemError(
    413,
    'image-too-slow',
    'That image takes too long to unpack. Make it smaller first, or shorter if it moves.',
  )
