import type { Editor } from '@tiptap/core'
import { sentence } from '../../languages/sentence.ts'
import { tell } from '../editing/said.ts'

const SIGNS = { person: '@', session: '[[' }

/** Writes the sign that asks for people or sessions, for those who have no such key at hand. In code it does nothing. */
export function openOffers(editor: Editor, kind: keyof typeof SIGNS): boolean {
  const { $from, from, to } = editor.state.selection
  if (!$from.parent.isTextblock || $from.parent.attrs.kind === 'code') return false
  const gap = $from.parentOffset > 0 && !/\s$/.test($from.parent.textBetween(0, $from.parentOffset, null, '\n'))
  editor.view.dispatch(editor.state.tr.insertText(`${gap ? ' ' : ''}${SIGNS[kind]}`, from, to))
  editor.view.focus()
  return true
}

/** Asks for the other sessions of the event. */
export function openSessions(editor: Editor): boolean {
  if (editor.storage.offers.hasSessions) return openOffers(editor, 'session')
  tell(editor, sentence('This pad belongs to no event, so there are no other sessions.'))
  return true
}
