/** An agenda as text, and what was odd about its bytes. */
export type FetchedAgenda = { text: string; problems: string[] }

/**
 * Turns a feed's bytes into text: by its byte order mark, by the charset it was sent with, or as UTF-8; what is not UTF-8
 * although it should be is read as Windows-1252, and said so.
 *
 * @param charset the charset of the Content-Type header, if there was one
 */
export function decodeAgenda(bytes: Uint8Array, charset: string | undefined): FetchedAgenda {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.charset
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(bytes), problems: [] }
  const utf8 = decoded(bytes, 'utf-8')
  const claimed = charset === undefined ? 'utf-8' : charset.toLowerCase()
  if (utf8 !== undefined) {
    const isWrong = !/^(utf-?8|us-ascii)$/.test(claimed) && bytes.some((byte) => byte > 127)
    return {
      text: utf8,
      problems: isWrong ? [`The feed says that its charset is ${claimed}, but it is UTF-8; it was read as UTF-8.`] : [],
    }
  }
  const other = claimed === 'utf-8' ? undefined : decoded(bytes, claimed)
  if (other !== undefined) return { text: other, problems: [] }
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    problems: [
      `The feed is not ${charset === undefined ? 'UTF-8' : `the ${claimed} that it says it is`} (line ${firstBadLine(bytes)}); it was read as Windows-1252, so some letters may be wrong.`,
    ],
  }
}

const MARKS = [
  { mark: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { mark: [0xff, 0xfe], charset: 'utf-16le' },
  { mark: [0xfe, 0xff], charset: 'utf-16be' },
] as const

function decoded(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The first line, counted from 1, that is not UTF-8. */
function firstBadLine(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes)
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length
}
