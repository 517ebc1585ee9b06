import type { Editor } from '@tiptap/core'
import { relativePositionToAbsolutePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { personOf } from '../presence.ts'

/** Where somebody's caret stands in the editor; null if they have none. Of several windows, that which was in use last counts. */
export function caretOf(editor: Editor, awareness: Awareness, person: string): number | null {
  let found: { at: number; seen: number } | null = null
  for (const [client, state] of awareness.getStates()) {
    const head: unknown = state.cursor?.head
    if (client === awareness.clientID || personOf(state)?.id !== person || !head) continue
    const at = positionOf(editor, Y.createRelativePositionFromJSON(head))
    const seen = awareness.meta.get(client)?.lastUpdated ?? 0
    if (at !== null && seen >= (found?.seen ?? 0)) found = { at, seen }
  }
  return found?.at ?? null
}

/** Where a character stands, or stood last. */
export function placeOfCharacter(editor: Editor, id: Y.ID): number | null {
  return positionOf(editor, new Y.RelativePosition(null, null, id))
}

function positionOf({ state }: Editor, place: Y.RelativePosition): number | null {
  const { doc, type, binding } = ySyncPluginKey.getState(state) ?? {}
  if (!binding) return null
  const at = relativePositionToAbsolutePosition(doc, type, place, binding.mapping)
  return at === null || at > state.doc.content.size ? null : at
}
