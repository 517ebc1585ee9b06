/** Scripts that put no space between words: a dictionary knows where one ends. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** A longer text is parted by rules alone: the dictionary takes its time. */
const LONGEST_LOOKED_UP = 2_000
/** A yet longer one between spaces, and where there are none wherever. */
const LONGEST_IN_WORDS = 100_000
const LUMPS = /\s+|\S{1,32}/gu

const PARTS = new RegExp(
  [
    String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*`,
    String.raw`[\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*(?:[.'’:@/-][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*`,
    String.raw`\p{Extended_Pictographic}[\p{EMod}\p{M}\ufe0f]*(?:\u200d\p{Extended_Pictographic}[\p{EMod}\p{M}\ufe0f]*)*`,
    String.raw`[\p{Regional_Indicator}]{2}`,
    String.raw`\s+`,
    String.raw`[^]\p{M}*`,
  ].join('|'),
  'gu',
)

/** A text in words, of any script, and what stands between them; joined again they are the text. */
export function tokensOf(text: string): string[] {
  if (text === '') return []
  if (text.length <= LONGEST_LOOKED_UP && UNSPACED.test(text)) {
    return Array.from(dictionary().segment(text), ({ segment }) => segment)
  }
  return text.match(text.length <= LONGEST_IN_WORDS ? PARTS : LUMPS) ?? []
}

let segmenter: Intl.Segmenter | undefined

// Made when it is needed first: it costs a moment. Words do not depend on the language named here.
function dictionary(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' })
  return segmenter
}
