import sharp from 'sharp'
import { expect, it } from 'vitest'
import { processImage } from './process-image.ts'

/** Noise that moves: nothing takes longer to pack. */
async function slowImage(): Promise<Buffer> {
  const [width, height, frames] = [300, 300, 40]
  let seed = 1
  const noise = Buffer.alloc(width * height * frames * 3).map(() => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff
    return seed >>> 16
  })
  const raw = { width, height: height * frames, channels: 3, pageHeight: height } as const
  return sharp(noise, { raw }).webp({ effort: 0 }).toBuffer()
}

it('gives an image up that takes too long, and says so', async () => {
  await expect(processImage(await slowImage(), 1)).rejects.toMatchObject({ status: 413, code: 'image-too-slow' })
})
