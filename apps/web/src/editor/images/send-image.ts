import { type Image, imageOf } from '@forumpad/pad-schema'
import { sentence } from '../../languages/sentence.ts'

const MOST_BYTES = 10 * 1024 * 1024

const TOO_LARGE = sentence('At most 10 MB are taken for an image. Make it smaller first.')
const NOT_TAKEN = sentence('The server did not take the image. Try again later.')
const NOT_REACHED = sentence(
  'The server cannot be reached, so the image was not put in. Try again when you are online.',
)

/** What became of an image: the server keeps it, or why it does not, and whether it may take another one. */
type Sent = { is: 'kept'; image: Image } | { is: 'refused'; why: string; othersMay: boolean }

/** Lets a pad keep an image. What the file is, the server tells by its content. */
export async function sendImage(pad: string, file: File): Promise<Sent> {
  if (file.size > MOST_BYTES) return { is: 'refused', why: TOO_LARGE, othersMay: true }
  try {
    const answer = await fetch(`/api/v1/pads/${encodeURIComponent(pad)}/images`, {
      method: 'POST',
      headers: { 'content-type': file.type.startsWith('image/') ? file.type : 'application/octet-stream' },
      body: file,
    })
    const body: { detail?: unknown } = await answer.json()
    const image = answer.ok ? imageOf({ alt: '', ...body }) : undefined
    if (image !== undefined) return { is: 'kept', image }
    const why = typeof body.detail === 'string' ? body.detail : NOT_TAKEN
    // Another image may be one that can be shown; of all else the next would hear the same.
    return { is: 'refused', why, othersMay: answer.status === 415 || answer.status === 413 }
  } catch {
    return { is: 'refused', why: NOT_REACHED, othersMay: false }
  }
}
