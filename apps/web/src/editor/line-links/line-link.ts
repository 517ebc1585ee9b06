import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/*
 * A line's link names its element in Yjs, which outlives every change of its words and its kind, and its first words, by which it is
 * found again where it was written anew because somebody moved it or a line beside it.
 */
const LINK = /^#line-(\d+)-(\d+)(?:-(.*))?$/
const LONGEST_WORDS = 40

/** The part of the line's address behind the `#`, or null where there is no line. */
export function lineHash(state: EditorState, index: number): string | null {
  const id = elements(state)[index]?._item?.id
  const node = state.doc.maybeChild(index)
  if (id === undefined || node === null) return null
  const words = wordsOf(node.textContent)
  return `#line-${id.client}-${id.clock}${words === '' ? '' : `-${encodeURIComponent(words)}`}`
}

/** The place of the line that a hash names; null where it is none of ours or the line is gone. */
export function lineOfHash(state: EditorState, hash: string): number | null {
  const found = LINK.exec(hash)
  if (found === null) return null
  const [client, clock] = [Number(found[1]), Number(found[2])]
  const index = elements(state).findIndex(({ _item: item }) => item?.id.client === client && item.id.clock === clock)
  if (index >= 0) return index
  const words = decoded(found[3] ?? '')
  const same = words === '' ? -1 : state.doc.children.findIndex((node) => wordsOf(node.textContent) === words)
  return same >= 0 ? same : null
}

function elements(state: EditorState): (Y.XmlElement | Y.XmlText | Y.XmlHook)[] {
  const fragment: unknown = ySyncPluginKey.getState(state)?.type
  return fragment instanceof Y.XmlFragment ? fragment.toArray() : []
}

const wordsOf = (text: string): string =>
  [...text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')].slice(0, LONGEST_WORDS).join('').replace(/^-|-$/g, '')

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return ''
  }
}
