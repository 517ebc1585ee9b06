import { sentence } from '../../languages/sentence.ts'
import type { Action } from './action.ts'
import { INSERT_ACTIONS } from './insert-actions.ts'
import { KIND_ACTIONS } from './kind-actions.ts'
import { HISTORY_ACTIONS, LINE_ACTIONS } from './line-actions.ts'
import { MARK_ACTIONS } from './mark-actions.ts'
import { PAGE_ACTIONS } from './page-actions.ts'

/** Everything that one can do to the text, in the order of the sheet of keys. */
export const ACTION_GROUPS: readonly { name: string; actions: readonly Action[] }[] = [
  { name: sentence('Words'), actions: Object.values(MARK_ACTIONS) },
  { name: sentence('What a line is'), actions: Object.values(KIND_ACTIONS) },
  { name: sentence('Whole lines'), actions: Object.values(LINE_ACTIONS) },
  { name: sentence('Into the text'), actions: Object.values(INSERT_ACTIONS) },
  { name: sentence('Taking back'), actions: Object.values(HISTORY_ACTIONS) },
  { name: sentence('Finding the way'), actions: Object.values(PAGE_ACTIONS) },
]

export const ACTIONS: readonly Action[] = ACTION_GROUPS.flatMap(({ actions }) => actions)

/** A bare character can only be a key outside of the text, where it writes nothing. */
export const worksInText = (chord: string): boolean => chord.length > 1
