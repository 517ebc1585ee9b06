import type { LineKind } from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import {
  Bold,
  Code,
  Heading1,
  Heading2,
  Heading3,
  IndentDecrease,
  IndentIncrease,
  Italic,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  MessageSquareWarning,
  Quote,
  Redo2,
  SquareCode,
  Strikethrough,
  Underline,
  Undo2,
} from 'lucide-react'
import { linesAre } from './selected-kind.ts'

/** One button of the toolbar. `isOn` is missing where pressing leaves nothing pressed. */
export type Tool = {
  name: string
  icon: LucideIcon
  /** As written on a keyboard, `Mod` for Ctrl or Command. */
  keys?: string
  run(editor: Editor): void
  isOn?(editor: Editor): boolean
}

type MarkName = 'bold' | 'italic' | 'underline' | 'strike' | 'code'

/** In the order in which they stand; each list is a group. The link has a button of its own, after the marks. */
export const TOOLS: { marks: Tool[]; headings: Tool[]; lists: Tool[]; boxes: Tool[]; indent: Tool[]; history: Tool[] } =
  {
    marks: [
      mark('Bold', Bold, 'bold', 'Mod+B'),
      mark('Italic', Italic, 'italic', 'Mod+I'),
      mark('Underline', Underline, 'underline', 'Mod+U'),
      mark('Strike through', Strikethrough, 'strike', 'Mod+Shift+S'),
      mark('Code', Code, 'code', 'Mod+E'),
    ],
    headings: [
      lines('Heading 1', Heading1, 'Mod+Alt+1', 'heading', 1),
      lines('Heading 2', Heading2, 'Mod+Alt+2', 'heading', 2),
      lines('Heading 3', Heading3, 'Mod+Alt+3', 'heading', 3),
    ],
    lists: [
      lines('Bullets', List, 'Mod+Shift+8', 'bullet'),
      lines('Numbers', ListOrdered, 'Mod+Shift+7', 'number'),
      lines('Tasks', ListChecks, 'Mod+Shift+9', 'task'),
    ],
    boxes: [
      lines('Quotation', Quote, 'Mod+Shift+B', 'quote'),
      lines('Code lines', SquareCode, 'Mod+Alt+C', 'code'),
      lines('Callout', MessageSquareWarning, '!!! and space', 'callout'),
    ],
    indent: [
      {
        name: 'Indent less',
        icon: IndentDecrease,
        keys: 'Shift+Tab',
        run: (editor) => void editor.commands.outdentLine(),
      },
      { name: 'Indent more', icon: IndentIncrease, keys: 'Tab', run: (editor) => void editor.commands.indentLine() },
    ],
    history: [
      { name: 'Undo', icon: Undo2, keys: 'Mod+Z', run: (editor) => void editor.commands.undo() },
      { name: 'Redo', icon: Redo2, keys: 'Mod+Shift+Z', run: (editor) => void editor.commands.redo() },
    ],
  }

function mark(name: string, icon: LucideIcon, type: MarkName, keys: string): Tool {
  return {
    name,
    icon,
    keys,
    run: (editor) => void editor.commands.toggleMark(type),
    isOn: (editor) => editor.isActive(type),
  }
}

function lines(name: string, icon: LucideIcon, keys: string, kind: LineKind, level?: number): Tool {
  return {
    name,
    icon,
    keys,
    run: (editor) => void editor.commands.setLineKind(kind, level),
    isOn: (editor) => linesAre(editor.state, kind, level),
  }
}
