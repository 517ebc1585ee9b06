import type { Editor } from '@tiptap/core'
import { say } from '../editing/said.ts'
import { placeForImages } from './image-place.ts'
import { sendImage } from './send-image.ts'

/** As many as one would put in at once; the server takes 60 a minute. */
const MOST_AT_ONCE = 20

/**
 * Sends images one after the other; each stands in the text as soon as the server keeps it, so that nobody sees one that is not there.
 * Meanwhile only whoever sends them is told.
 */
export async function sendImages(editor: Editor, pad: string, files: readonly File[]): Promise<void> {
  const all = files.length
  if (all > MOST_AT_ONCE) {
    say(
      editor,
      `That is ${all} images; at most ${MOST_AT_ONCE} can be put in at once. Nothing was put in. Choose fewer.`,
    )
    return
  }
  const putIn = placeForImages(editor)
  let put = 0
  // What is said in between would be gone before it is read.
  const refused: { name: string; why: string }[] = []
  for (const [index, file] of files.entries()) {
    say(editor, all === 1 ? 'Sending the image.' : `Sending image ${index + 1} of ${all}.`)
    const sent = await sendImage(pad, file)
    if (editor.isDestroyed) return
    if (sent.is === 'kept') {
      if (!putIn(sent.image)) {
        say(editor, 'The text takes no changes any more, so the image was not put in.')
        return
      }
      put += 1
      continue
    }
    refused.push({ name: file.name, why: sent.why })
    if (!sent.othersMay) break
  }
  say(editor, summary(all, put, refused))
}

function summary(all: number, put: number, refused: readonly { name: string; why: string }[]): string {
  const [last] = refused.slice(-1)
  if (last === undefined) return put === 1 ? 'The image is in the text.' : `${put} images are in the text.`
  if (all === 1) return last.why
  return `${put} of ${all} images are in the text. Not taken: ${refused.map(({ name }) => name).join(', ')}. ${last.why}`
}
