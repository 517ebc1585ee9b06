import type { HistoryMark } from '@forumpad/api'

/** `1,234` */
export const counted = (number: number): string => number.toLocaleString('en-US')

/** What a mark says, for a list: what it is and its words. */
export function markWords(mark: HistoryMark): { title: string; more: string } {
  switch (mark.is) {
    case 'saved':
      return { title: mark.label === '' ? 'Saved' : mark.label, more: `saved by ${mark.person.name}` }
    case 'joined':
      return { title: mark.person.name, more: 'wrote for the first time' }
    case 'redacted': {
      const by = mark.by === null ? '' : ` by ${mark.by}`
      return {
        title: `${counted(mark.characters)} ${mark.characters === 1 ? 'character' : 'characters'} redacted`,
        more: `in all revisions up to this one${by}${mark.reason === '' ? '' : `: ${mark.reason}`}`,
      }
    }
    case 'writing': {
      const changes = mark.to - mark.revision + 1
      const people = mark.people === 1 ? '1 person' : `${counted(mark.people)} people`
      return {
        title: `${counted(changes)} ${changes === 1 ? 'change' : 'changes'}`,
        more: `by ${people} without a pause`,
      }
    }
  }
}
