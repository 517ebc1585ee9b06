import type { Editor } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type { LucideIcon } from 'lucide-react'

/** Something that one can do to a pad's text. One list of these makes the editor's keys, the tools, the slash menu and the sheet of keys. */
export type Action = {
  id: string
  name: string
  /** As the editor's keymap writes them, `Mod` for Ctrl or Command; the first is the one that is shown beside a tool. */
  keys?: readonly string[]
  /** Further words under which the slash menu finds it. */
  alias?: string
  icon?: LucideIcon
  /** Whether it can be asked for outside of the text too. */
  anywhere?: true
  /** Whether it can be asked for where the caret is; missing where it always can. */
  fits?(state: EditorState): boolean
  /** Says whether it did something; where it did not, the key goes on to the browser. */
  run(editor: Editor): boolean
  /** Whether a tool for it is pressed in; missing where pressing leaves nothing pressed. */
  isOn?(editor: Editor): boolean
}

/** An action that has a place among the tools. */
export type Tool = Action & { icon: LucideIcon }
