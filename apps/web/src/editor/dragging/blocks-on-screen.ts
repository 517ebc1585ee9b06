import type { EditorView } from '@tiptap/pm/view'

/** The blocks of the pad as they stand on the screen, in order, without what others' carets add. */
export function blockElements(view: EditorView): HTMLElement[] {
  return [...view.dom.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.matches('p, hr, [data-table], [data-image]'),
  )
}

/** The first block that ends below this height, found in few looks: a pad may have thousands. */
export function blockAt(blocks: readonly HTMLElement[], y: number): number {
  return firstWhere(blocks, ({ bottom }) => bottom > y)
}

/** Before which block something dropped at this height goes: each block's middle decides. */
export function gapAt(blocks: readonly HTMLElement[], y: number): number {
  return firstWhere(blocks, ({ top, bottom }) => (top + bottom) / 2 > y)
}

function firstWhere(blocks: readonly HTMLElement[], holds: (box: DOMRect) => boolean): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const box = blocks[middle]?.getBoundingClientRect()
    if (box !== undefined && holds(box)) high = middle
    else low = middle + 1
  }
  return low
}

/** The block's place in the document. */
export function indexOfBlock(view: EditorView, element: HTMLElement): number {
  return view.state.doc.resolve(view.posAtDOM(element, 0)).index(0)
}
