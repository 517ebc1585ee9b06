/** A word as it is looked for, and where it stands in its text, in UTF-16 units. */
export type Token = { token: string; from: number; to: number }

/** Scripts whose words are not told apart by spaces, or grow endings: each character is a token, and a word is a run of them. */
const BY_CHARACTER = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Bopomofo', 'Yi']
const UNSPACED = `(?=[\\p{L}\\p{N}])[${BY_CHARACTER.map((script) => `\\p{Script_Extensions=${script}}`).join('')}]`
const TOKEN = new RegExp(
  `${UNSPACED}\\p{M}*|(?:(?!${UNSPACED})[\\p{L}\\p{N}])(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])*`,
  'gu',
)

/** No word is longer; what follows does not count. */
const LONGEST = 64

/** Marks that people leave out: accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. The vowels of other scripts are marks too, and stay. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g

/** Letters that people write otherwise where their keyboard lacks them. */
const OTHERWISE: Record<string, string> = {
  ß: 'ss',
  ς: 'σ',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  þ: 'th',
  ð: 'd',
}
const WRITTEN_OTHERWISE = new RegExp(`[${Object.keys(OTHERWISE).join('')}]`, 'g')

/** A text without what does not count when words are compared: case, accents, the width of letters. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(OPTIONAL_MARKS, '')
    .replace(WRITTEN_OTHERWISE, (letter) => OTHERWISE[letter] ?? letter)
    .normalize('NFC')
}

/** The words of a text in order, folded. They hold letters, digits and marks alone. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const folded = fold(word)
    // One sign may stand for several words, and a spacing accent for none.
    const words = isAscii(word) ? [folded] : (folded.match(TOKEN) ?? [])
    for (const each of words) tokens.push({ token: each.slice(0, LONGEST), from: index, to: index + word.length })
  }
  return tokens
}

const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}
