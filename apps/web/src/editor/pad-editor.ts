import './editor.css'
import { lineExtensions, ROOT } from '@forumpad/pad-schema'
import { Editor } from '@tiptap/core'
import Collaboration from '@tiptap/extension-collaboration'
import { carets } from './carets.ts'
import type { PadConnection } from './pad-connection.ts'

/** An editor of lines, bound to a document that holds the pad's text already. */
export function createPadEditor(connection: PadConnection, holder: HTMLElement): Editor {
  return new Editor({
    element: holder,
    // The style element that it would add is forbidden by the Content-Security-Policy; editor.css has those rules.
    injectCSS: false,
    extensions: [
      ...lineExtensions(),
      Collaboration.configure({ document: connection.doc, field: ROOT }),
      carets(connection.awareness),
    ],
    editorProps: {
      attributes: {
        class: 'pad-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': 'Text of the pad',
      },
    },
  })
}
