import { lineName, readLineName, wordsOfName } from '@forumpad/pad-schema'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/** The part of the line's address behind the `#`, or null where there is no line. */
export function lineHash(state: EditorState, index: number): string | null {
  const id = elements(state)[index]?._item?.id
  const node = state.doc.maybeChild(index)
  if (id === undefined || node === null) return null
  return `#${lineName(id, node.textContent)}`
}

/** The place of the line that a hash names; null where it is none of ours or the line is gone. */
export function lineOfHash(state: EditorState, hash: string): number | null {
  const found = hash.startsWith('#') ? readLineName(hash.slice(1)) : null
  if (found === null) return null
  const { client, clock, words } = found
  const index = elements(state).findIndex(({ _item: item }) => item?.id.client === client && item.id.clock === clock)
  if (index >= 0) return index
  const same = words === '' ? -1 : state.doc.children.findIndex((node) => wordsOfName(node.textContent) === words)
  return same >= 0 ? same : null
}

function elements(state: EditorState): (Y.XmlElement | Y.XmlText | Y.XmlHook)[] {
  const fragment: unknown = ySyncPluginKey.getState(state)?.type
  return fragment instanceof Y.XmlFragment ? fragment.toArray() : []
}
