import { Plus } from 'lucide-react'
import { sentence } from '../languages/sentence.ts'
import type { Tool } from './editing/action.ts'
import { KIND_ACTIONS } from './editing/kind-actions.ts'
import { HISTORY_ACTIONS, LINE_ACTIONS } from './editing/line-actions.ts'
import { MARK_ACTIONS } from './editing/mark-actions.ts'
import { PAGE_ACTIONS } from './editing/page-actions.ts'
import { openSlash } from './menus/slash-plugin.ts'

const { bold, italic, underline, strike, code } = MARK_ACTIONS
const { heading1, heading2, heading3, bullet, number, task, quote, callout, code: codeLines } = KIND_ACTIONS
const { find, outline, source, keys } = PAGE_ACTIONS

/** The slash menu for fingers. */
const insert: Tool = { id: 'insert', name: sentence('Make or insert'), icon: Plus, keys: ['/'], run: openSlash }

/** In the order in which they stand; each list is a group. The link has a button of its own, after the marks. */
export const TOOLS = {
  insert: [insert],
  marks: [bold, italic, underline, strike, code],
  headings: [heading1, heading2, heading3],
  lists: [bullet, number, task],
  boxes: [quote, codeLines, callout],
  indent: [LINE_ACTIONS.outdent, LINE_ACTIONS.indent],
  history: [HISTORY_ACTIONS.undo, HISTORY_ACTIONS.redo],
  page: [find, outline, source, keys],
} satisfies Record<string, Tool[]>
