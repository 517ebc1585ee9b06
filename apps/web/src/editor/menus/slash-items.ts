import type { EditorState } from '@tiptap/pm/state'
import type { Say } from '../../languages/words.ts'
import type { Action } from '../editing/action.ts'
import { INSERT_ACTIONS } from '../editing/insert-actions.ts'
import { KIND_ACTIONS } from '../editing/kind-actions.ts'
import { LINE_ACTIONS } from '../editing/line-actions.ts'
import { PAGE_ACTIONS } from '../editing/page-actions.ts'
import { TABLE, TABLE_ACTIONS } from '../tables/table-actions.ts'

const { moveUp, moveDown, duplicate, link, remove } = LINE_ACTIONS

/** What the slash menu offers: on a phone it is the way to all of this. In a table its rows and columns come first. */
export const SLASH_ITEMS: readonly Action[] = [
  ...TABLE_ACTIONS,
  ...Object.values(KIND_ACTIONS),
  TABLE,
  ...Object.values(INSERT_ACTIONS),
  moveUp,
  moveDown,
  duplicate,
  link,
  remove,
  PAGE_ACTIONS.source,
  PAGE_ACTIONS.save,
]

/** What it offers at the caret. */
export const itemsAt = (state: EditorState): readonly Action[] =>
  SLASH_ITEMS.filter(({ fits }) => fits === undefined || fits(state))

/** The items that fit what was typed after the slash: those whose name begins so first, then those with a word that does. English names are
 * found in every language: many know them. */
export function slashItems(typed: string, items: readonly Action[], say: Say): readonly Action[] {
  const sought = fold(typed)
  const begins = items.filter(({ name }) => [say(name), name].some((called) => fold(called).startsWith(sought)))
  const others = items.filter(
    (item) => !begins.includes(item) && wordsOf(item, say).some((word) => word.startsWith(sought)),
  )
  return [...begins, ...others]
}

const fold = (text: string): string => text.toLowerCase().replaceAll(' ', '')

function wordsOf({ name, alias = '' }: Action, say: Say): string[] {
  return `${say(name)} ${name} ${alias}`.toLowerCase().split(' ')
}
