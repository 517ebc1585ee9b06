import type { HistoryMark } from '@forumpad/api'
import type { Words } from '../languages/words.ts'

/** `1,234`, as the language writes it. */
export const counted = (number: number, { locale }: Words): string => number.toLocaleString(locale)

/** What a mark says, for a list: what it is and its words. */
export function markWords(mark: HistoryMark, { say }: Words): { title: string; more: string } {
  switch (mark.is) {
    case 'saved':
      return {
        title: mark.label === '' ? say('Saved') : mark.label,
        more: say('saved by {name}', { name: mark.person.name }),
      }
    case 'joined':
      return { title: mark.person.name, more: say('wrote for the first time') }
    case 'redacted': {
      const where =
        mark.by === null
          ? say('in all revisions up to this one')
          : say('in all revisions up to this one by {name}', { name: mark.by })
      return {
        title: say('{characters, plural, one {# character redacted} other {# characters redacted}}', {
          characters: mark.characters,
        }),
        more: mark.reason === '' ? where : `${where}: ${mark.reason}`,
      }
    }
    case 'writing':
      return {
        title: say('{count, plural, one {# change} other {# changes}}', { count: mark.to - mark.revision + 1 }),
        more: say('{people, plural, one {by # person without a pause} other {by # people without a pause}}', {
          people: mark.people,
        }),
      }
  }
}
