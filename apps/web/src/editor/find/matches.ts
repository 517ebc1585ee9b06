import type { Node } from '@tiptap/pm/model'

/** What is sought. */
export type Query = { words: string; matchCase: boolean; wholeWords: boolean }

/** Where it stands, as positions in the document. */
export type Match = { from: number; to: number }

/** More are not counted: nobody goes through them one by one. */
export const MOST_MATCHES = 10_000

/**
 * Finds the words of one query in a document, again and again as it changes: lines that did not change are not read again, so
 * that each letter that somebody types costs one line.
 */
export function matchFinder(query: Query): (doc: Node) => Match[] {
  const pattern = patternOf(query)
  const known = new WeakMap<Node, Match[]>()
  const inLine = (line: Node): Match[] => {
    const found = known.get(line) ?? (pattern === null ? [] : matchesIn(line, pattern))
    known.set(line, found)
    return found
  }
  return (doc) => {
    const matches: Match[] = []
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return true
      for (const { from, to } of inLine(node)) {
        if (matches.length < MOST_MATCHES) matches.push({ from: pos + 1 + from, to: pos + 1 + to })
      }
      return false
    })
    return matches
  }
}

function patternOf({ words, matchCase, wholeWords }: Query): RegExp | null {
  if (words === '') return null
  const plain = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return new RegExp(wholeWords ? `(?<![\\p{L}\\p{N}_])${plain}(?![\\p{L}\\p{N}_])` : plain, matchCase ? 'gu' : 'giu')
}

function matchesIn(line: Node, pattern: RegExp): Match[] {
  // A break is one character, so that places in the text are places in the line.
  const text = line.textBetween(0, line.content.size, null, '\n')
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }))
}
