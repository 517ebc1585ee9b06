import { AuthorsMenu } from './authorship/authors-menu.tsx'
import { CatchUpStrip } from './catch-up/catch-up-strip.tsx'
import { HereNow } from './here-now.tsx'
import { LinkPanel } from './link-panel.tsx'
import { RefusedWords } from './refused-words.tsx'
import { BadgePanel } from './unsent/badge-panel.tsx'

/** What opens over the page, and what opens it: it comes right after the editor, so that it delays no one who wants to write. */
export const barParts = { AuthorsMenu, BadgePanel, CatchUpStrip, HereNow, LinkPanel, RefusedWords }
