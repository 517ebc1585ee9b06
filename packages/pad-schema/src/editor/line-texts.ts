import { Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { type ProsemirrorBinding, ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { keepTextsApart } from './texts-apart.ts'

/**
 * Sees to it that nobody joins two texts of one line. Two people who write where a line has no text yet, without having heard of each other, give it one each;
 * y-tiptap (3.0.9) joins them at the next change in that line, each page for itself, and then the words are there once per page.
 * - Each line that is made or emptied here gets its text at once, in the transaction that made it, so that there is one to write into.
 * - Where there are two all the same (behind a break, in lines of old), each keeps its own words.
 * docs/decisions/0024-a-line-keeps-its-texts.md
 */
export function lineTextsPlugin(): Plugin {
  return new Plugin({
    key: new PluginKey('lineTexts'),
    view(view) {
      const binding: ProsemirrorBinding | undefined = ySyncPluginKey.getState(view.state)?.binding
      if (!binding) return {}
      const write = binding._prosemirrorChanged
      binding._prosemirrorChanged = function (doc) {
        this.doc.transact((transaction) => {
          keepTextsApart(this.type, doc, this.mapping)
          write.call(this, doc)
          for (const line of emptyLines(transaction)) line.insert(0, [new Y.XmlText()])
          for (const [line, text] of textsOfOldLines(transaction)) fence(line, text)
        }, ySyncPluginKey)
      }
      return {
        destroy() {
          binding._prosemirrorChanged = write
        },
      }
    },
  })
}

/** Must come after Collaboration, as it does at the usual priority. */
export const LineTexts = Extension.create({
  name: 'lineTexts',
  addProseMirrorPlugins: () => [lineTextsPlugin()],
})

/** The lines without anything in them that a transaction made, or from which it took the last. */
function emptyLines(transaction: Y.Transaction): Y.XmlElement[] {
  return [...new Set<unknown>([...typesMade(transaction), ...transaction.changed.keys()])].filter(
    (type): type is Y.XmlElement => isLine(type) && type.length === 0 && !type._item?.deleted,
  )
}

/** The texts that a transaction made in lines that were there before it. */
function textsOfOldLines(transaction: Y.Transaction): [line: Y.XmlElement, text: Y.XmlText][] {
  return typesMade(transaction).flatMap((text): [Y.XmlElement, Y.XmlText][] => {
    if (!(text instanceof Y.XmlText) || text._item?.deleted) return []
    const line: unknown = text.parent
    return isLine(line) && line._item && !isMadeIn(transaction, line._item) ? [[line, text]] : []
  })
}

/**
 * Puts something deleted before a text. When it draws a line, y-tiptap joins a text of its own to the one right before it, and
 * loses the caret; it does not look past what is deleted.
 */
function fence(line: Y.XmlElement, text: Y.XmlText): void {
  const index = line.toArray().indexOf(text)
  line.insert(index, [new Y.XmlText()])
  line.delete(index, 1)
}

function typesMade(transaction: Y.Transaction): unknown[] {
  const { store, clientID } = transaction.doc
  const own = store.clients.get(clientID) ?? []
  const known = transaction.beforeState.get(clientID) ?? 0
  if (known >= Y.getState(store, clientID)) return []
  return own
    .slice(Y.findIndexSS(own, known))
    .flatMap((struct) =>
      struct instanceof Y.Item && struct.content instanceof Y.ContentType ? [struct.content.type] : [],
    )
}

function isMadeIn({ doc, beforeState }: Y.Transaction, { id }: Y.Item): boolean {
  return id.client === doc.clientID && id.clock >= (beforeState.get(id.client) ?? 0)
}

const isLine = (type: unknown): type is Y.XmlElement => type instanceof Y.XmlElement && type.nodeName === 'paragraph'
