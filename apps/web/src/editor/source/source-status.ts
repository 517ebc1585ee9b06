import type { Say } from '../../languages/words.ts'
import type { Applied } from './pad-source.ts'
import type { Readers } from './use-readers.ts'

type Facts = { isEdited: boolean; isEditable: boolean; readers: Readers['are']; applied: Applied | null }

/** What is said of the field, for whoever sees it and whoever hears it. */
export function sourceStatus({ isEdited, isEditable, readers, applied }: Facts, say: Say): string {
  if (!isEdited) return say('As in the pad.')
  if (!isEditable) return say('Your changes are not in the pad: it takes no text now. They stay here.')
  if (readers === 'missing')
    return say(
      'Your changes cannot be put into the pad: a part of this page did not load. Copy them, then load the page again.',
    )
  if (applied?.is === 'no place')
    return say(
      'Nothing was put into the pad: the place of “{words}” in it cannot be told. Take that change back here and make it in the text.',
      { words: short(applied.words) },
    )
  return say('Your changes are not in the pad yet.')
}

const short = (words: string): string => (words.length > 40 ? `${words.slice(0, 40)}…` : words)
