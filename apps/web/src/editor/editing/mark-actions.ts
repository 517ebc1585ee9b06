import { Bold, Code, Italic, Link, type LucideIcon, RemoveFormatting, Strikethrough, Underline } from 'lucide-react'
import { sentence } from '../../languages/sentence.ts'
import type { Tool } from './action.ts'
import { showPanel } from './open-panel.ts'

type MarkName = 'bold' | 'italic' | 'underline' | 'strike' | 'code'

/** What words can wear. */
export const MARK_ACTIONS = {
  bold: mark(sentence('Bold'), Bold, 'bold', ['Mod-b']),
  italic: mark(sentence('Italic'), Italic, 'italic', ['Mod-i']),
  underline: mark(sentence('Underline'), Underline, 'underline', ['Mod-u']),
  strike: mark(sentence('Strike through'), Strikethrough, 'strike', ['Mod-Shift-s', 'Mod-Shift-x']),
  code: mark(sentence('Code'), Code, 'code', ['Mod-e']),
  link: {
    id: 'link',
    name: sentence('Link'),
    icon: Link,
    keys: ['Mod-k'],
    run: (editor) => showPanel(editor, 'link'),
    isOn: (editor) => editor.isActive('link'),
  },
  plain: {
    id: 'plain',
    name: sentence('Plain words'),
    icon: RemoveFormatting,
    keys: ['Mod-\\'],
    run: (editor) => editor.commands.unsetAllMarks(),
  },
} satisfies Record<string, Tool>

function mark(name: string, icon: LucideIcon, type: MarkName, keys: string[]): Tool {
  return {
    id: type,
    name,
    icon,
    keys,
    run: (editor) => editor.commands.toggleMark(type),
    isOn: (editor) => editor.isActive(type),
  }
}
