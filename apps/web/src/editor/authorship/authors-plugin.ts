import type { AuthorsShown } from '@forumpad/api'
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { AuthorDrawing } from './author-drawing.ts'
import { authorsShown } from './authors-shown.ts'
import type { AuthorsState, Redraw } from './authors-state.ts'
import { followAuthors } from './follow-authors.ts'
import { guessLines } from './guessed-lines.ts'
import type { KnownAuthors } from './known-authors.ts'
import { type AuthoredLine, LineReader } from './line-reader.ts'

const key = new PluginKey<AuthorsState>('authors')

/** Who wrote each line, as it is drawn. */
export function authoredLines(state: EditorState): readonly AuthoredLine[] {
  return key.getState(state)?.lines ?? []
}

/** Draws who wrote what: at once what is typed here, and then as the server says. */
export function authors(root: Y.XmlFragment, known: KnownAuthors): Extension {
  const reader = new LineReader(root, known)
  return Extension.create({
    name: 'authors',
    // After the one that carries changes into the document.
    priority: 10,
    addProseMirrorPlugins: () => [authorsPlugin(reader, known)],
    onDestroy: () => reader.stop(),
  })
}

function authorsPlugin(reader: LineReader, known: KnownAuthors): Plugin<AuthorsState> {
  const drawing = new AuthorDrawing(known)

  function read(doc: Node, shown: AuthorsShown): AuthorsState {
    const lines = reader.lines(doc) ?? doc.children.map(() => [])
    return { lines, are: 'read', shown, decorations: drawing.draw(doc, lines, shown), areColoursOld: false }
  }

  function guess(before: AuthorsState, transaction: Transaction): AuthorsState {
    const { doc, mapping } = transaction
    const { shown } = before
    const lines = guessLines(before.lines, transaction, known.mine())
    const areColoursOld = shown === 'text' && transaction.getMeta('composition') !== undefined
    const decorations = areColoursOld ? before.decorations.map(mapping, doc) : drawing.draw(doc, lines, shown)
    return { lines, are: 'guessed', shown, decorations, areColoursOld }
  }

  return new Plugin<AuthorsState>({
    key,
    state: {
      init: (_config, { doc }) => read(doc, authorsShown()),
      apply(transaction, before) {
        const redraw: Redraw | undefined = transaction.getMeta(key)
        if (redraw) return read(transaction.doc, redraw.shown)
        if (!transaction.docChanged) return before
        const isFromDocument = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true
        return isFromDocument ? read(transaction.doc, before.shown) : guess(before, transaction)
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => followAuthors({ view, key, reader, known, drawing }),
  })
}
