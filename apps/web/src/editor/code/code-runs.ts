import type { Node } from '@tiptap/pm/model'

/** More than this is not coloured: it would be felt. */
const MOST_LINES = 500
const MOST_CHARACTERS = 30_000

export const isCodeLine = (node: Node): boolean => node.isTextblock && node.attrs.kind === 'code'

export const codeOf = (line: Node): string => line.textBetween(0, line.content.size, null, '\n')

/** The runs of code lines in a pad that are short enough to be coloured. */
export function codeRuns(doc: Node): Node[][] {
  const runs: Node[][] = []
  let run: Node[] = []
  for (const node of [...doc.children, null]) {
    if (node !== null && isCodeLine(node)) run.push(node)
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  }
  return runs.filter((lines) => lines.length <= MOST_LINES && sizeOf(lines) <= MOST_CHARACTERS)
}

const sizeOf = (lines: readonly Node[]): number => lines.reduce((sum, line) => sum + line.content.size, 0)
