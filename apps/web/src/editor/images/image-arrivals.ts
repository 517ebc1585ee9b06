import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { sentence } from '../../languages/sentence.ts'
import { tell } from '../editing/said.ts'
import { ALT_FIELD, selectedImage } from './selected-image.ts'

declare module '@tiptap/core' {
  interface Storage {
    /** The name of the pad that keeps the images. */
    imageArrivals: { pad: string }
  }
}

/** Images that are pasted or dropped go to the server, and then into the text. What sends them is loaded by the first one. */
export function imageArrivals(pad: string): Extension {
  return Extension.create({
    name: 'imageArrivals',
    // Before what reads words out of a paste.
    priority: 1100,
    addStorage: () => ({ pad }),
    addProseMirrorPlugins() {
      const { editor } = this
      return [
        new Plugin({
          key: new PluginKey('imageArrivals'),
          props: {
            handleKeyDown: (_view, { key }) => key === 'Enter' && putInWords(editor),
            handlePaste: (_view, { clipboardData }) =>
              clipboardData !== null && !bringsWords(clipboardData) && takeImages(editor, [...clipboardData.files]),
            handleDrop: (view, event) => {
              const files = [...(event.dataTransfer?.files ?? [])]
              if (files.length === 0) return false
              const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
              if (at !== null) editor.commands.setTextSelection(at.pos)
              // Whatever they are: the browser would leave the page to show them.
              event.preventDefault()
              return takeImages(editor, files)
            },
          },
        }),
      ]
    },
  })
}

/** Goes from a selected image to its words. */
function putInWords(editor: Editor): boolean {
  const field = selectedImage(editor) ? document.getElementById(ALT_FIELD) : null
  field?.focus()
  return field !== null
}

/** A spreadsheet brings a picture of itself along with its cells; some desktops bring the names of files along with them. */
function bringsWords(data: DataTransfer): boolean {
  const words = data.getData('text/plain').trim()
  const names = [...data.files].map(({ name }) => name)
  return words !== '' && !words.split(/\r?\n/).every((row) => names.some((name) => row.endsWith(name)))
}

/** Sends images and puts them in; says whether there were any. */
export function takeImages(editor: Editor, files: readonly File[]): boolean {
  if (files.length === 0 || !editor.isEditable) return false
  import('./send-images.ts').then(
    ({ sendImages }) => sendImages(editor, editor.storage.imageArrivals.pad, files),
    () =>
      tell(editor, sentence('The server cannot be reached, so no image was put in. Try again when you are online.')),
  )
  return true
}

/** Asks the person for images on their device. */
export function chooseImages(editor: Editor): boolean {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif'
  field.multiple = true
  field.hidden = true
  field.addEventListener('change', () => {
    field.remove()
    editor.commands.focus()
    takeImages(editor, [...(field.files ?? [])])
  })
  field.addEventListener('cancel', () => field.remove())
  // In the page, or the browser may throw it away while the person still chooses.
  document.body.append(field)
  field.click()
  return true
}
