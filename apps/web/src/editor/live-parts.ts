import { lazyPart } from '../ui/lazy-part.ts'
import { AuthorCards } from './authorship/author-cards.tsx'
import { Beside } from './beside/beside.tsx'
import { dropOlderCopies } from './drop-older-copies.ts'
import { openLivePad } from './live-pad.ts'
import { Menus } from './menus/menus.tsx'
import { selectedWords } from './redacting/selected-words.ts'
import { Toolbar } from './toolbar.tsx'

const barParts = async () => (await import('./bar-parts.ts')).barParts

/** What comes with the editor, as one script that loads once the text is shown. Parts of the bar load right after it. */
export const liveParts = {
  openLivePad,
  AuthorCards,
  AuthorsMenu: lazyPart(async () => (await barParts()).AuthorsMenu),
  BadgePanel: lazyPart(async () => (await barParts()).BadgePanel),
  Beside,
  dropOlderCopies,
  CatchUpStrip: lazyPart(async () => (await barParts()).CatchUpStrip),
  HereNow: lazyPart(async () => (await barParts()).HereNow),
  Menus,
  RefusedWords: lazyPart(async () => (await barParts()).RefusedWords),
  Toolbar,
  selectedWords,
}
