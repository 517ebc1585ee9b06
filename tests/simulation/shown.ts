import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** The blocks of an editor as it shows them: words with their marks. */
export function shownBy(doc: Node): string[] {
  return doc.children.map((block) => {
    const runs: Run[] = []
    block.descendants((node) => {
      if (node.isText) runs.push({ words: node.text ?? '', marks: node.marks.map(({ type }) => type.name) })
    })
    return written(runs)
  })
}

/** The same, of the document behind the editor. */
export function shownIn(root: Y.XmlFragment): string[] {
  return root.toArray().map((block) => written([...runsIn(block)]))
}

type Run = { words: string; marks: string[] }

function* runsIn(type: unknown): Generator<Run> {
  if (type instanceof Y.XmlText) {
    for (const { insert, attributes = {} } of type.toDelta()) {
      if (typeof insert === 'string') yield { words: insert, marks: Object.keys(attributes) }
    }
  } else if (type instanceof Y.XmlFragment) for (const child of type.toArray()) yield* runsIn(child)
}

/** Runs with the same marks side by side are one. */
function written(runs: readonly Run[]): string {
  let text = ''
  let before = ''
  for (const { words, marks } of runs) {
    const now = marks.sort().join()
    if (now !== before) text += `{${now}}`
    before = now
    text += words
  }
  return text
}
