import { shapeOf } from '@forumpad/pad-schema'
import type { Node } from '@tiptap/pm/model'

/** A heading of the pad: which block it is, and what hangs below it. */
export type Heading = { index: number; level: number; words: string; below: Heading[] }

/** The headings as a tree. One that skips a level hangs below the nearest larger one. */
export function headingsOf(doc: Node): Heading[] {
  const top: Heading[] = []
  const open: Heading[] = []
  doc.forEach((node, _pos, index) => {
    const { kind, level } = shapeOf(node.attrs)
    if (node.type.name !== 'paragraph' || kind !== 'heading') return
    const heading = { index, level, words: node.textContent.trim(), below: [] }
    while ((open.at(-1)?.level ?? 0) >= level) open.pop()
    ;(open.at(-1)?.below ?? top).push(heading)
    open.push(heading)
  })
  return top
}

/** All headings of a tree in the order of the text. */
export function inOrder(headings: readonly Heading[]): Heading[] {
  return headings.flatMap((heading) => [heading, ...inOrder(heading.below)])
}
