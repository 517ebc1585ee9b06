import type { Editor } from '@tiptap/core'
import { sentence } from '../../languages/sentence.ts'
import { tell } from '../editing/said.ts'
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
    tell(
      editor,
      sentence('That is {all} images; at most {most} can be put in at once. Nothing was put in. Choose fewer.'),
      { all, most: MOST_AT_ONCE },
    )
    return
  }
  const putIn = placeForImages(editor)
  let put = 0
  // What is said in between would be gone before it is read.
  const refused: { name: string; why: string }[] = []
  for (const [index, file] of files.entries()) {
    if (all === 1) tell(editor, sentence('Sending the image.'))
    else tell(editor, sentence('Sending image {number} of {all}.'), { number: index + 1, all })
    const sent = await sendImage(pad, file)
    if (editor.isDestroyed) return
    if (sent.is === 'kept') {
      if (!putIn(sent.image)) {
        tell(editor, sentence('The text takes no changes any more, so the image was not put in.'))
        return
      }
      put += 1
      continue
    }
    refused.push({ name: file.name, why: sent.why })
    if (!sent.othersMay) break
  }
  tellAll(editor, all, put, refused)
}

/** What became of all of them. */
function tellAll(editor: Editor, all: number, put: number, refused: readonly { name: string; why: string }[]): void {
  const [last] = refused.slice(-1)
  if (last === undefined) {
    const done = sentence('{put, plural, one {The image is in the text.} other {# images are in the text.}}')
    tell(editor, done, { put })
  } else if (all === 1) tell(editor, last.why)
  else {
    const names = refused.map(({ name }) => name).join(', ')
    const some = sentence('{put} of {all} images are in the text. Not taken: {names}. {why}')
    tell(editor, some, { put, all, names, why: last.why })
  }
}
