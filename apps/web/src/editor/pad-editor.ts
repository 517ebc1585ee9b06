import type { Say } from '../languages/words.ts'
import { TEXT_NAME } from './text-name.ts'
import './authorship/authors.css'
import './code/code-colours.css'
import './editor.css'
import { lineExtensions, type PasteReaders, ROOT } from '@forumpad/pad-schema'
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { loadPatiently } from '../ui/patient-load.ts'
import { authors } from './authorship/authors-plugin.ts'
import { ExactTyping } from './authorship/exact-typing.ts'
import { carets } from './carets.ts'
import { editingExtensions } from './editing/editing-extensions.ts'
import { tell } from './editing/said.ts'
import { imageArrivals } from './images/image-arrivals.ts'
import type { OfferSources } from './mentions/offer.ts'
import type { PadConnection } from './pad-connection.ts'
import { leaveSelectionAlone } from './selection-alone.ts'

const READERS_AFTER_MS = 2_000
const CLEAR = { top: 72, bottom: 88, left: 0, right: 0 }

/** What the editor knows of the pad's surroundings. */
export type PadPlace = { pad: string; timeZone: string; offers: OfferSources; say: Say }

/** An editor of lines, bound to a document that holds the pad's text already. */
export function createPadEditor(connection: PadConnection, holder: HTMLElement, place: PadPlace): Editor {
  let readers: PasteReaders | undefined
  const loadReaders = once(() => {
    loadPatiently(() => import('@forumpad/pad-schema/readers')).then((loaded) => {
      readers = loaded
    })
  })
  const editor: Editor = new Editor({
    element: holder,
    // The style element that it would add is forbidden by the Content-Security-Policy; editor.css has those rules.
    injectCSS: false,
    extensions: [
      ...lineExtensions({ readers: () => readers, onPasteRefused: (why) => tell(editor, why) }),
      Collaboration.configure({ document: connection.doc, field: ROOT }),
      carets(connection.awareness),
      ...editingExtensions(place.timeZone, place.offers, place.say),
      imageArrivals(place.pad),
      ExactTyping,
      authors(connection.doc.getXmlFragment(ROOT), connection.authors),
    ],
    editorProps: {
      handleDOMEvents: {
        compositionstart: () => void connection.held.hold(),
        compositionend: () => void connection.held.letGo(),
      },
      // Clear of the bar above and the tools below.
      scrollThreshold: CLEAR,
      scrollMargin: CLEAR,
      attributes: {
        class: 'pad-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-labelledby': TEXT_NAME,
      },
    },
  })
  leaveSelectionAlone(editor.view.dom)
  // Two parsers that only pasting needs: they come when somebody is about to write, or else a while after all that is needed to write.
  editor.on('focus', loadReaders)
  const later = setTimeout(loadReaders, READERS_AFTER_MS)
  editor.on('destroy', () => clearTimeout(later))
  return editor
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}
