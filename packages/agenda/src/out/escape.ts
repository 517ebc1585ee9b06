/** How words from anybody stand in a text of each format without doing anything in it. One line each: line breaks become spaces. */

/** A cell of a CSV table (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(words: string): string {
  const text = /^\s*[=+\-@]/.test(words) || /^[\t\r\n]/.test(words) ? `'${words}` : words
  return /[",;\t\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Words in Markdown, in a table too. */
export function markdownWords(words: string): string {
  return oneLine(words)
    .replace(/[\\`*_{}[\]#!|~$^]/g, '\\$&')
    .replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Words in MediaWiki's markup. */
export function wikiWords(words: string): string {
  return oneLine(words).replace(/[&<>[\]{}|'~_!"=*#;]|:(?=\/\/)|^[-+:]|\b(?:ISBN|RFC|PMID)(?= )/g, (sign) =>
    [...sign].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  )
}

/** An address in MediaWiki's markup. */
export function wikiAddress(url: string): string {
  return encodeMore(url, /[\s"'<>[\]{}|~_^`\\]/g)
}

/** An address between the parentheses of a Markdown link. */
export function markdownAddress(url: string): string {
  return encodeMore(url, /[\s"'<>()[\]|\\*_`]/g)
}

/** Words between tags or in an attribute of HTML or XML, without the characters that XML cannot hold. */
export function markupWords(words: string): string {
  return words.replace(UNWRITABLE, '').replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Words in an element of XML or HTML: the same, but readable, with its line breaks. */
export function markupText(text: string): string {
  return text.replace(UNWRITABLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** A text as the value of an iCalendar property (RFC 5545, 3.3.11). */
export function calendarText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot hold
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|\p{Cs}/gu

function oneLine(words: string): string {
  return words.replace(UNWRITABLE, '').replace(/\s+/g, ' ').trim()
}

function encodeMore(url: string, signs: RegExp): string {
  return url.replace(signs, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
}
