import { Bookmark, FileCode, Keyboard, ListTree, Search, UserRoundPen } from 'lucide-react'
import { sentence } from '../../languages/sentence.ts'
import type { Action } from './action.ts'
import { showPanel, togglePanel } from './open-panel.ts'

/** The toolbar's element, so that a key can go there. */
export const TOOLBAR_ID = 'writing-tools'

/** What helps to find one's way. */
export const PAGE_ACTIONS = {
  find: {
    id: 'find',
    name: sentence('Find and replace'),
    icon: Search,
    keys: ['Mod-f'],
    run: (editor) => showPanel(editor, 'find'),
  },
  outline: {
    id: 'outline',
    name: sentence('Outline'),
    icon: ListTree,
    keys: ['Mod-Alt-o'],
    anywhere: true,
    run: (editor) => togglePanel(editor, 'outline'),
  },
  source: {
    id: 'source',
    name: sentence('Markdown source'),
    icon: FileCode,
    keys: ['Mod-Alt-m'],
    anywhere: true,
    alias: 'edit as raw',
    run: (editor) => togglePanel(editor, 'source'),
  },
  save: {
    id: 'save',
    name: sentence('Save this revision'),
    icon: Bookmark,
    keys: ['Mod-s'],
    anywhere: true,
    alias: 'label version bookmark history',
    run: (editor) => showPanel(editor, 'save'),
  },
  author: {
    id: 'author',
    name: sentence('Who wrote this line'),
    icon: UserRoundPen,
    // As in Etherpad.
    keys: ['Mod-Shift-2'],
    run: (editor) => togglePanel(editor, 'author'),
  },
  tools: {
    id: 'tools',
    name: sentence('Go to the tools'),
    keys: ['Alt-F9'],
    anywhere: true,
    run: () => {
      const bar = document.getElementById(TOOLBAR_ID)
      bar?.querySelector<HTMLElement>('button[tabindex="0"], button')?.focus()
      return bar !== null
    },
  },
  keys: {
    id: 'keys',
    name: sentence('All keys'),
    icon: Keyboard,
    keys: ['Shift-F1', '?'],
    anywhere: true,
    run: (editor) => showPanel(editor, 'keys'),
  },
} satisfies Record<string, Action>
