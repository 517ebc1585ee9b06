import type { Action } from '../editing/action.ts'
import { INSERT_ACTIONS } from '../editing/insert-actions.ts'
import { KIND_ACTIONS } from '../editing/kind-actions.ts'
import { LINE_ACTIONS } from '../editing/line-actions.ts'

const { moveUp, moveDown, duplicate, link, remove } = LINE_ACTIONS

/** What the slash menu offers: on a phone it is the way to all of this. */
export const SLASH_ITEMS: readonly Action[] = [
  ...Object.values(KIND_ACTIONS),
  ...Object.values(INSERT_ACTIONS),
  moveUp,
  moveDown,
  duplicate,
  link,
  remove,
]

/** The items that fit what was typed after the slash: those whose name begins so first, then those with a word that does. */
export function slashItems(typed: string, items: readonly Action[] = SLASH_ITEMS): readonly Action[] {
  const sought = fold(typed)
  const begins = items.filter(({ name }) => fold(name).startsWith(sought))
  const others = items.filter((item) => !begins.includes(item) && wordsOf(item).some((word) => word.startsWith(sought)))
  return [...begins, ...others]
}

const fold = (text: string): string => text.toLowerCase().replaceAll(' ', '')

function wordsOf({ name, alias = '' }: Action): string[] {
  return `${name} ${alias}`.toLowerCase().split(' ')
}
