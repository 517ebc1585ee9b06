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
import { sentence } from '../../languages/sentence.ts'
import { copyLineLink } from '../line-links/copy-line-link.ts'
import type { Action } from './action.ts'

/** What can be done with whole lines. */
export const LINE_ACTIONS = {
  indent: {
    id: 'indent',
    name: sentence('Indent more'),
    icon: IndentIncrease,
    keys: ['Tab'],
    run: ({ state, view }) => tab(state, view.dispatch),
  },
  outdent: {
    id: 'outdent',
    name: sentence('Indent less'),
    icon: IndentDecrease,
    keys: ['Shift-Tab'],
    run: ({ state, view }) => shiftTab(state, view.dispatch),
  },
  check: {
    id: 'check',
    name: sentence('Check or uncheck a task'),
    icon: SquareCheck,
    keys: ['Mod-Enter'],
    run: (editor) => editor.commands.toggleTask(),
  },
  moveUp: {
    id: 'moveUp',
    name: sentence('Move line up'),
    icon: ArrowUp,
    keys: ['Alt-ArrowUp', 'Alt-Shift-ArrowUp'],
    run: (editor) => editor.commands.moveLineUp(),
  },
  moveDown: {
    id: 'moveDown',
    name: sentence('Move line down'),
    icon: ArrowDown,
    keys: ['Alt-ArrowDown', 'Alt-Shift-ArrowDown'],
    run: (editor) => editor.commands.moveLineDown(),
  },
  duplicate: {
    id: 'duplicate',
    name: sentence('Duplicate line'),
    icon: Copy,
    keys: ['Mod-Shift-d'],
    alias: 'copy',
    run: (editor) => editor.commands.duplicateLines(),
  },
  link: {
    id: 'lineLink',
    name: sentence('Copy link to this line'),
    icon: Link,
    keys: ['Mod-Alt-l'],
    alias: 'permanent address share',
    run: (editor) => copyLineLink(editor, editor.state.selection.$from.index(0)),
  },
  remove: {
    id: 'remove',
    name: sentence('Delete line'),
    icon: Trash2,
    keys: ['Mod-Shift-k'],
    alias: 'remove',
    run: (editor) => editor.commands.deleteLines(),
  },
} satisfies Record<string, Action>

/** Of one's own changes only. */
export const HISTORY_ACTIONS = {
  undo: { id: 'undo', name: sentence('Undo'), icon: Undo2, keys: ['Mod-z'], run: (editor) => editor.commands.undo() },
  redo: {
    id: 'redo',
    name: sentence('Redo'),
    icon: Redo2,
    keys: ['Mod-Shift-z', 'Mod-y'],
    run: (editor) => editor.commands.redo(),
  },
} satisfies Record<string, Action>
