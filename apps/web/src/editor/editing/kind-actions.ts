import type { LineKind } from '@forumpad/pad-schema'
import {
  Heading1,
  Heading2,
  Heading3,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  MessageSquareWarning,
  Quote,
  SquareCode,
  Type,
} from 'lucide-react'
import { sentence } from '../../languages/sentence.ts'
import { linesAre } from '../selected-kind.ts'
import type { Tool } from './action.ts'

/** What a line can be. */
export const KIND_ACTIONS = {
  heading1: kind(sentence('Heading 1'), Heading1, ['Mod-Alt-1'], 'title h1', 'heading', 1),
  heading2: kind(sentence('Heading 2'), Heading2, ['Mod-Alt-2'], 'title h2', 'heading', 2),
  heading3: kind(sentence('Heading 3'), Heading3, ['Mod-Alt-3'], 'title h3', 'heading', 3),
  bullet: kind(sentence('Bullets'), List, ['Mod-Shift-8', 'Mod-Shift-l'], 'list unordered ul', 'bullet'),
  number: kind(sentence('Numbers'), ListOrdered, ['Mod-Shift-7', 'Mod-Shift-1'], 'list ordered ol', 'number'),
  task: kind(sentence('Tasks'), ListChecks, ['Mod-Shift-9'], 'list todo check box', 'task'),
  quote: kind(sentence('Quotation'), Quote, ['Mod-Shift-b'], 'blockquote cite', 'quote'),
  code: kind(sentence('Code lines'), SquareCode, ['Mod-Alt-c'], 'pre block', 'code'),
  callout: kind(sentence('Callout'), MessageSquareWarning, ['Mod-Alt-n'], 'note box important', 'callout'),
  text: kind(sentence('Plain text'), Type, ['Mod-Alt-0'], 'paragraph normal', 'text'),
} satisfies Record<string, Tool>

function kind(name: string, icon: LucideIcon, keys: string[], alias: string, of: LineKind, level?: number): Tool {
  return {
    id: `${of}${level ?? ''}`,
    name,
    icon,
    keys,
    alias,
    run: (editor) => editor.commands.setLineKind(of, level),
    isOn: (editor) => linesAre(editor.state, of, level),
  }
}
