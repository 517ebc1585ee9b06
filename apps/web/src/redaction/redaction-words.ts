/** `1 character`, `1,234 characters` */
export const charactersInWords = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'character' : 'characters'}`

/** Where the words of a passage can be read: `They can be read in revisions 3 to 17 and 20.` */
export function revisionsInWords(visible: readonly { from: number; to: number }[]): string {
  if (visible.length === 0) return 'They can be read in no revision, but are in the history.'
  const spans = visible.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`))
  const shown = spans.length > MOST ? [...spans.slice(0, MOST), `${spans.length - MOST} more stretches`] : spans
  const isOne = visible.length === 1 && visible[0]?.from === visible[0]?.to
  const list = [shown.slice(0, -1).join(', '), shown.at(-1) ?? ''].filter((part) => part !== '').join(' and ')
  return `They can be read in ${isOne ? 'revision' : 'revisions'} ${list}.`
}

const MOST = 6
