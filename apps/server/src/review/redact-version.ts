import type { MarkedLine } from '@forumpad/api'
import { type IdentifiedBlock, lineName, readLineName, textOfBlock } from '@forumpad/pad-schema'
import type { FrozenMinutes } from './frozen-minutes.ts'
import { readFrozenMinutes } from './frozen-minutes.ts'
import { versionFiles } from './version-files.ts'
import type { VersionFile } from './version-store.ts'
import type { WrittenText } from './written-text.ts'

/** What is needed to take words out of a frozen version. */
export type ToTakeOut = {
  /** What the log says now that its text was, without the words. */
  blocks: readonly IdentifiedBlock[]
  /** Any text without the words. */
  redacted(text: string): string
  /** What the lines of a text say; `day` is when it was written. */
  markedLines(text: Pick<WrittenText, 'document' | 'lines'>, day: string): MarkedLine[]
}

/**
 * The files of a frozen version without words that were redacted in its text; undefined where they were not in it. All else is as it was:
 * names, facts, the other lines.
 */
export function redactVersion(json: Uint8Array, what: ToTakeOut): Record<VersionFile, Uint8Array> | undefined {
  const frozen = readFrozenMinutes(json)
  const lines = frozen.lines.map((line, index) => redactedLine(line, index, frozen, what))
  if (lines.every((line, index) => line === frozen.lines[index])) return undefined
  return versionFiles({ ...frozen, lines, outcomes: outcomesOf(frozen, lines, what) })
}

type FrozenLine = FrozenMinutes['lines'][number]

function redactedLine(
  line: FrozenLine,
  index: number,
  frozen: FrozenMinutes,
  { blocks, redacted }: ToTakeOut,
): FrozenLine {
  // A version of an older form of the schema may have been cut into other blocks: then its words alone are looked for.
  const isSame = blocks.length === frozen.lines.length
  const block = isSame ? blocks[index]?.block : (eachText(line.block, redacted) as FrozenLine['block'])
  if (!block || JSON.stringify(block) === JSON.stringify(line.block)) return line
  if (textOfBlock(block) === textOfBlock(line.block) && block.type === 'paragraph') return line
  const id = readLineName(line.line)
  return { ...line, block, line: id ? lineName(id, textOfBlock(block)) : line.line }
}

/** Of lines that have changed, what they say now; of the others, what they said. */
function outcomesOf(frozen: FrozenMinutes, lines: readonly FrozenLine[], { markedLines }: ToTakeOut): MarkedLine[] {
  const now = markedLines(
    {
      document: { blocks: lines.map(({ block }) => block) },
      lines: lines.map(({ line }) => ({
        id: readLineName(line) ?? { client: 0, clock: 0 },
        name: line,
        by: new Map<string, number>(),
      })),
    },
    frozen.frozenAt.slice(0, 10),
  )
  return lines.flatMap((line, index) => {
    const before = frozen.lines[index]
    if (line === before) return frozen.outcomes.filter((each) => each.line === line.line)
    return now.filter((each) => each.line === line.line)
  })
}

function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => eachText(each, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, eachText(each, change)]))
}
