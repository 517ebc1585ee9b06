/** The most octets of a line, without its line break (RFC 5545, 3.1). */
const MOST = 75

/** A content line as it is sent: folded at 75 octets, never within a character, with its line break. */
export function foldedLine(line: string): string {
  if (line.length < MOST / 3) return `${line}\r\n`
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > MOST) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }
  return `${[...lines, current].join('\r\n')}\r\n`
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** An instant, in milliseconds since 1970, as iCalendar writes it. */
export function utcTime(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}
