import { AuthorCards } from './authorship/author-cards.tsx'
import { AuthorsMenu } from './authorship/authors-menu.tsx'
import { Beside } from './beside/beside.tsx'
import { HereNow } from './here-now.tsx'
import { openLivePad } from './live-pad.ts'
import { Menus } from './menus/menus.tsx'
import { RefusedWords } from './refused-words.tsx'
import { Toolbar } from './toolbar.tsx'
import { BadgePanel } from './unsent/badge-panel.tsx'

/** What comes with the editor, as one script that loads once the text is shown. */
export const liveParts = {
  openLivePad,
  AuthorCards,
  AuthorsMenu,
  BadgePanel,
  Beside,
  HereNow,
  Menus,
  RefusedWords,
  Toolbar,
}
