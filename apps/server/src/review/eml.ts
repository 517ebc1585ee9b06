import { createHash } from 'node:crypto'
import type { SummaryMail } from '@forumpad/api'

/**
 * A mail as a file that mail programs open as a draft (`X-Unsent`): text and HTML, to nobody yet. RFC 5322 and 2045 to 2047; all in ASCII, with
 * CRLF.
 */
export function asEml({ subject, text, html }: SummaryMail): string {
  const boundary = `minutes-${createHash('sha256').update(`${text}${html}`).digest('hex').slice(0, 32)}`
  const part = (type: string, content: string) => [
    `--${boundary}`,
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(content),
  ]
  return [
    'X-Unsent: 1',
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    ...part('text/plain', text),
    ...part('text/html', `<!doctype html>\n<html lang="en"><body>\n${html}\n</body></html>\n`),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

function base64Lines(content: string): string {
  const encoded = Buffer.from(content.replace(/\r?\n/g, '\r\n'), 'utf8').toString('base64')
  return encoded.replace(/.{76}(?=.)/g, '$&\r\n')
}

/** At most 45 bytes in an encoded word, whole characters only. */
const WORD_BYTES = 45

function encodedWords(text: string): string {
  if (/^[\x20-\x7e]{1,900}$/.test(text) && !text.includes('=?') && text.length <= 66) return text
  const words: string[] = []
  let word = ''
  for (const character of text) {
    if (Buffer.byteLength(word + character) > WORD_BYTES) {
      words.push(word)
      word = ''
    }
    word += character
  }
  words.push(word)
  return words.map((each) => `=?utf-8?B?${Buffer.from(each, 'utf8').toString('base64')}?=`).join('\r\n ')
}
