import { Parser } from 'htmlparser2'

/**
 * The words of a description without its markup: many feeds put HTML into what should be plain text. Text without tags or
 * entities is only tidied.
 */
export function plainText(text: string): string {
  return tidy(hasMarkup(text) ? words(text).text : text)
}

/** Whether markup stands in markup so deep that `plainText` leaves the end away. */
export function isNestedTooDeep(html: string): boolean {
  return !words(html).isWhole
}

/** The parser's time grows with the square of the depth: what stands deeper is left away, with all that follows. */
const DEEPEST = 200

/** Whether a text has markup in it. */
export function hasMarkup(text: string): boolean {
  return MARKUP.test(text)
}

/** One line: for titles, rooms and names. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/g, ' ').trim()
}

const MARKUP =
  /<\/?(?:p|br|div|span|a|ul|ol|li|b|i|u|em|strong|h[1-6]|table|tr|td|th|blockquote|pre|code|img|hr|font|html|body|script|style)\b[^<>]*>|&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,6}|#x[0-9a-f]{1,5});/i
const BLOCKS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'tr',
  'blockquote',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
])
const SILENT = new Set(['script', 'style', 'head', 'title', 'template'])

function words(html: string): { text: string; isWhole: boolean } {
  const out: string[] = []
  let silent = 0
  let depth = 0
  const parser: Parser = new Parser({
    onopentag(name) {
      depth += 1
      if (depth > DEEPEST) parser.pause()
      if (SILENT.has(name)) silent += 1
      else if (name === 'br') out.push('\n')
      else if (name === 'li') out.push('\n- ')
      else if (BLOCKS.has(name)) out.push('\n\n')
    },
    ontext(text) {
      if (silent === 0) out.push(text)
    },
    onclosetag(name) {
      depth -= 1
      if (SILENT.has(name)) silent -= 1
      else if (BLOCKS.has(name)) out.push('\n\n')
    },
  })
  parser.write(html)
  const isWhole = depth <= DEEPEST
  if (isWhole) parser.end()
  return { text: out.join(''), isWhole }
}

function tidy(text: string): string {
  // Control characters mean nothing in a text; lone surrogates cannot be stored.
  const clean = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
  const lines = clean.split('\n').map((line) => line.trimEnd())
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
