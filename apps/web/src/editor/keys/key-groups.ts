import { LINE_SIGNS } from '@forumpad/pad-schema'
import { ACTION_GROUPS } from '../editing/actions.ts'
import { KIND_ACTIONS } from '../editing/kind-actions.ts'

/** A line of the sheet: what happens, and the chords for it or what is typed for it. */
export type KeyRow = { what: string; chords: readonly string[]; typed?: string }

/** Everything that keys do, in groups. */
export function keyGroups(): { name: string; rows: KeyRow[] }[] {
  const groups = ACTION_GROUPS.map(({ name, actions }) => ({
    name,
    rows: actions.flatMap(({ name: what, keys = [] }): KeyRow[] => (keys.length === 0 ? [] : [{ what, chords: keys }])),
  }))
  return [
    ...groups,
    { name: 'Typed at the beginning of a line', rows: typedRows() },
    { name: 'In a table', rows: TABLE_ROWS },
    { name: 'At a selected image', rows: [{ what: 'Put it in words, and back', chords: ['Enter'] }] },
  ]
}

const TABLE_ROWS: KeyRow[] = [
  { what: 'Next cell; after the last one a new row', chords: ['Tab'] },
  { what: 'Cell before', chords: ['Shift-Tab'] },
  { what: 'Rows, columns, header row', chords: [], typed: '/' },
]

function typedRows(): KeyRow[] {
  const signs = LINE_SIGNS.map(({ typed, kind }) => ({
    what: kind === 'heading' ? 'Heading' : KIND_ACTIONS[kind].name,
    chords: [],
    typed: `${typed.trim()} space`,
  }))
  return [
    ...signs,
    { what: 'Divider', chords: [], typed: '---' },
    { what: 'Menu of all this', chords: [], typed: '/' },
    { what: 'Name a person', chords: [], typed: '@' },
    { what: 'Session of this event', chords: [], typed: '[[' },
    { what: 'Who speaks, by initials', chords: [], typed: 'MT' },
  ]
}
