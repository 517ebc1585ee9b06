import { ProblemError } from '../http/problem-error.ts'
import type { ImageFiles } from './image-files.ts'
import type { ImageStore, Keeping, StoredImage } from './image-store.ts'
import { IMAGE_LIMITS, processImage } from './process-image.ts'

export type ImageParts = {
  images: ImageStore
  files: ImageFiles
  /** The name of a pad that takes text; throws where there is none, or it is frozen. */
  writablePad(name: string): Promise<string>
}

/**
 * Makes an image fit to be kept and has a pad keep it. What is refused leaves no file. One call at a time: between writing a file and
 * removing it again, nobody else may come to rely on it.
 */
export async function takeImage({ images, files, writablePad }: ImageParts, name: string, sent: Buffer) {
  const { bytes, ending, width, height } = await processImage(sent)
  // Somebody may have frozen the pad while the image waited and was unpacked.
  const pad = await writablePad(name)
  const image: StoredImage = { name: files.nameOf(bytes, ending), bytes: bytes.length, width, height }
  refuseUnlessKept(await images.wouldKeep(pad, image, IMAGE_LIMITS.padBytes))
  await files.write(bytes, image.name)
  const keeping = await images.keep(pad, image, IMAGE_LIMITS.padBytes)
  if (keeping !== 'kept' && !(await images.isKept(image.name))) await files.remove(image.name)
  refuseUnlessKept(keeping)
  return { pad, image }
}

function refuseUnlessKept(keeping: Keeping): void {
  switch (keeping) {
    case 'kept':
      return
    case 'full':
      throw new ProblemError(413, 'pad-images-full', 'This pad keeps 50 MB of images already, and takes no more.')
    case 'no such pad':
      throw new ProblemError(404, 'no-such-pad', 'This pad is not there any more, so it keeps no image.')
    default:
      return keeping satisfies never
  }
}
