import { expect, test } from 'vitest'
import { keyGroups } from './key-groups.ts'

/** The page in docs, from the same list. `npx vitest run -u` with this file writes it anew. */
function keyboardPage(): string {
  const parts = keyGroups().map(({ name, rows }) => {
    const lines = rows.map(({ what, chords, typed, space }) => {
      const keys = [...(typed === undefined ? [] : [space ? `${typed} space` : typed]), ...chords.map(written)]
      return `| ${keys.map((key) => `\`${key}\``).join(' or ')} | ${what} |`
    })
    return [`## ${name}`, '', '| keys | what |', '| --- | --- |', ...lines, ''].join('\n')
  })
  return [
    '# Keys',
    '',
    'Written from the list that the editor itself obeys (`apps/web/src/editor/editing`); a test holds this page to it. `Ctrl` is',
    'Command on a Mac. In a pad, `?` outside of the text or `Shift+F1` anywhere shows the same as a sheet.',
    '',
    "Etherpad's keys work where the browser does not need them: `Ctrl+5`, `Ctrl+H` and `Ctrl+Shift+N` are the browser's.",
    '`Tab` indents, so the keyboard leaves the text with `Alt+F9` (the tools) or, where nothing can be outdented, `Shift+Tab`.',
    '',
    ...parts,
  ].join('\n')
}

const written = (chord: string): string =>
  chord
    .split('-')
    .map((key) => (key === 'Mod' ? 'Ctrl' : key.length === 1 ? key.toUpperCase() : key.replace('Arrow', '')))
    .join('+')

test('docs/keyboard.md says what the keys do', async () => {
  await expect(keyboardPage()).toMatchFileSnapshot('../../../../../docs/keyboard.md')
})

test('every row says how', () => {
  const rows = keyGroups().flatMap(({ rows }) => rows)
  expect(rows.length).toBeGreaterThan(35)
  expect(rows.filter(({ chords, typed }) => chords.length === 0 && typed === undefined)).toEqual([])
})
