import type { Editor } from '@tiptap/core'
import { sentence } from '../../languages/sentence.ts'
import { tell } from '../editing/said.ts'
import { lineHash } from './line-link.ts'

/** Copies the address of a line. It stays right whatever becomes of the line. */
export function copyLineLink(editor: Editor, index: number): boolean {
  const hash = lineHash(editor.state, index)
  if (hash === null) return false
  const { origin, pathname } = location
  navigator.clipboard?.writeText(origin + pathname + hash).then(
    () => tell(editor, sentence('The link to this line is copied.')),
    () => tell(editor, sentence('The browser did not allow copying the link.')),
  )
  return true
}
