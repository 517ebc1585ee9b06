import { Parser } from 'htmlparser2'

/**
 * The words of a description without its markup: many feeds put HTML into what should be plain text. Text without tags or
 * entities is only tidied.
 */
export function plainText(text: string): string {
  return tidy(MARKUP.test(text) ? words(text) : text)
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

function words(html: string): string {
  const out: string[] = []
  let silent = 0
  const parser = new Parser({
    onopentag(name) {
      if (SILENT.has(name)) silent += 1
      else if (name === 'br') out.push('\n')
      else if (name === 'li') out.push('\n- ')
      else if (BLOCKS.has(name)) out.push('\n\n')
    },
    ontext(text) {
      if (silent === 0) out.push(text)
    },
    onclosetag(name) {
      if (SILENT.has(name)) silent -= 1
      else if (BLOCKS.has(name)) out.push('\n\n')
    },
  })
  parser.end(html)
  return out.join('')
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
