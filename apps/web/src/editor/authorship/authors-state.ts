import type { AuthorsShown } from '@forumpad/api'
import type { DecorationSet } from '@tiptap/pm/view'
import type { AuthoredLine } from './line-reader.ts'

/** Who wrote each line, and how that is drawn. */
export type AuthorsState = {
  lines: readonly AuthoredLine[]
  /** The lines are those of the document, or a guess at what it will say of a change that was made here. */
  are: 'read' | 'guessed'
  shown: AuthorsShown
  decorations: DecorationSet
  /** While a word is composed, colours are only pushed along, lest the composition break off. */
  areColoursOld: boolean
}

/** Asks the plugin to draw anew what the document says. */
export type Redraw = { shown: AuthorsShown }
