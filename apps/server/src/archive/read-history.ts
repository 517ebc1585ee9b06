import type { LogRow } from '@forumpad/sync'
import { Compile } from 'typebox/compile'
import { HistoryLine } from './archive-format.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { damaged } from './damaged-archive.ts'

const line = Compile(HistoryLine)

/** The rows of a history, some at a time, as they are read. */
export async function* readHistory(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: Pick<ArchiveLimits, 'lineBytes'>,
): AsyncGenerator<LogRow[]> {
  let begun: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const rows: LogRow[] = []
    let from = 0
    for (let end = chunk.indexOf(0x0a); end >= 0; end = chunk.indexOf(0x0a, from)) {
      rows.push(rowOf(path, Buffer.concat([...begun, chunk.subarray(from, end)])))
      begun = []
      length = 0
      from = end + 1
    }
    const rest = chunk.subarray(from)
    length += rest.length
    if (length > limits.lineBytes) throw damaged(path, 'has a line that is too long for a revision')
    if (rest.length > 0) begun.push(rest)
    if (rows.length > 0) yield rows
  }
  if (length > 0) throw damaged(path, 'ends in the middle of a line')
}

function rowOf(path: string, bytes: Buffer): LogRow {
  let value: unknown
  try {
    value = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw damaged(path, 'has a line that is no JSON')
  }
  if (!line.Check(value)) throw damaged(path, 'has a line that is no revision')
  const { revision, at, person, update } = value
  return { revision, at, person, bytes: new Uint8Array(Buffer.from(update, 'base64')) }
}
