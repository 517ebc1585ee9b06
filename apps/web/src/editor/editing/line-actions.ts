import { shiftTab, tab } from '@forumpad/pad-schema'
import {
  ArrowDown,
  ArrowUp,
  Copy,
  IndentDecrease,
  IndentIncrease,
  Link,
  Redo2,
  SquareCheck,
  Trash2,
  Undo2,
} from 'lucide-react'
import { copyLineLink } from '../line-links/copy-line-link.ts'
import type { Action } from './action.ts'

/** What can be done with whole lines. */
export const LINE_ACTIONS = {
  indent: {
    id: 'indent',
    name: 'Indent more',
    icon: IndentIncrease,
    keys: ['Tab'],
    run: ({ state, view }) => tab(state, view.dispatch),
  },
  outdent: {
    id: 'outdent',
    name: 'Indent less',
    icon: IndentDecrease,
    keys: ['Shift-Tab'],
    run: ({ state, view }) => shiftTab(state, view.dispatch),
  },
  check: {
    id: 'check',
    name: 'Check or uncheck a task',
    icon: SquareCheck,
    keys: ['Mod-Enter'],
    run: (editor) => editor.commands.toggleTask(),
  },
  moveUp: {
    id: 'moveUp',
    name: 'Move line up',
    icon: ArrowUp,
    keys: ['Alt-ArrowUp', 'Alt-Shift-ArrowUp'],
    run: (editor) => editor.commands.moveLineUp(),
  },
  moveDown: {
    id: 'moveDown',
    name: 'Move line down',
    icon: ArrowDown,
    keys: ['Alt-ArrowDown', 'Alt-Shift-ArrowDown'],
    run: (editor) => editor.commands.moveLineDown(),
  },
  duplicate: {
    id: 'duplicate',
    name: 'Duplicate line',
    icon: Copy,
    keys: ['Mod-Shift-d'],
    alias: 'copy',
    run: (editor) => editor.commands.duplicateLines(),
  },
  link: {
    id: 'lineLink',
    name: 'Copy link to this line',
    icon: Link,
    keys: ['Mod-Alt-l'],
    alias: 'permanent address share',
    run: (editor) => copyLineLink(editor, editor.state.selection.$from.index(0)),
  },
  remove: {
    id: 'remove',
    name: 'Delete line',
    icon: Trash2,
    keys: ['Mod-Shift-k'],
    alias: 'remove',
    run: (editor) => editor.commands.deleteLines(),
  },
} satisfies Record<string, Action>

/** Of one's own changes only. */
export const HISTORY_ACTIONS = {
  undo: { id: 'undo', name: 'Undo', icon: Undo2, keys: ['Mod-z'], run: (editor) => editor.commands.undo() },
  redo: {
    id: 'redo',
    name: 'Redo',
    icon: Redo2,
    keys: ['Mod-Shift-z', 'Mod-y'],
    run: (editor) => editor.commands.redo(),
  },
} satisfies Record<string, Action>
