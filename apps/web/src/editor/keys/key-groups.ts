import { LINE_SIGNS } from '@forumpad/pad-schema'
import { sentence } from '../../languages/sentence.ts'
import { ACTION_GROUPS } from '../editing/actions.ts'
import { KIND_ACTIONS } from '../editing/kind-actions.ts'

/** A line of the sheet: what happens, and the chords for it or what is typed for it, perhaps with a space behind. */
export type KeyRow = { what: string; chords: readonly string[]; typed?: string; space?: true }

/** Everything that keys do, in groups. */
export function keyGroups(): { name: string; rows: KeyRow[] }[] {
  const groups = ACTION_GROUPS.map(({ name, actions }) => ({
    name,
    rows: actions.flatMap(({ name: what, keys = [] }): KeyRow[] => (keys.length === 0 ? [] : [{ what, chords: keys }])),
  }))
  return [
    ...groups,
    { name: sentence('Typed at the beginning of a line'), rows: typedRows() },
    { name: sentence('In a table'), rows: TABLE_ROWS },
    {
      name: sentence('At a selected image'),
      rows: [{ what: sentence('Put it in words, and back'), chords: ['Enter'] }],
    },
  ]
}

const TABLE_ROWS: KeyRow[] = [
  { what: sentence('Next cell; after the last one a new row'), chords: ['Tab'] },
  { what: sentence('Cell before'), chords: ['Shift-Tab'] },
  { what: sentence('Rows, columns, header row'), chords: [], typed: '/' },
]

function typedRows(): KeyRow[] {
  const signs = LINE_SIGNS.map(
    ({ typed, kind }): KeyRow => ({
      what: kind === 'heading' ? sentence('Heading') : KIND_ACTIONS[kind].name,
      chords: [],
      typed: typed.trim(),
      space: true,
    }),
  )
  return [
    ...signs,
    { what: sentence('Divider'), chords: [], typed: '---' },
    { what: sentence('Menu of all this'), chords: [], typed: '/' },
    { what: sentence('Name a person'), chords: [], typed: '@' },
    { what: sentence('Session of this event'), chords: [], typed: '[[' },
    { what: sentence('Who speaks, by initials'), chords: [], typed: 'MT' },
  ]
}
