import { type InsideLines, lineDecorations } from '@forumpad/pad-schema'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { codeOf, codeRuns, isCodeLine } from './code-runs.ts'
import { type ColouredRange, rangesAfterEdit, rangesByLine } from './coloured-code.ts'

type Painted = { ranges: ColouredRange[]; set: DecorationSet }
type ColourCode = (code: string) => ColouredRange[]

/** Remembers the colours of each line of code, for as long as the line stays as it is. */
export class CodePainter {
  readonly #painted = new WeakMap<Node, Painted>()
  /** The lines of each run that was coloured, by its first. */
  readonly #coloured = new WeakMap<Node, Node[]>()

  /** What is known of the colours; a line that changed keeps its own, as far as they are still right. */
  draw(doc: Node, before?: Node): DecorationSet {
    const inside: InsideLines = []
    let pos = 0
    for (const [place, node] of doc.children.entries()) {
      const end = pos + node.nodeSize
      if (isCodeLine(node)) {
        const set = this.#line(node, before?.childCount === doc.childCount ? before.child(place) : undefined)
        if (set !== DecorationSet.empty) inside.push(pos, end, set)
      }
      pos = end
    }
    return inside.length === 0 ? DecorationSet.empty : lineDecorations([], inside)
  }

  /** Whether code has changed since it was coloured. */
  isOld(doc: Node): boolean {
    return codeRuns(doc).some((run) => !this.#isColoured(run))
  }

  /** Colours what has changed. */
  colour(doc: Node, colourCode: ColourCode): void {
    for (const run of codeRuns(doc)) {
      const [first] = run
      if (first === undefined || this.#isColoured(run)) continue
      // A break within a line is a line's end to the reader of code, and as long.
      const lines = run.map(codeOf)
      const ranges = rangesByLine(lines, colourCode(lines.join('\n')))
      for (const [index, line] of run.entries()) this.#paint(line, ranges[index] ?? [])
      this.#coloured.set(first, run)
    }
  }

  #isColoured(run: readonly Node[]): boolean {
    const known = run[0] && this.#coloured.get(run[0])
    return known?.length === run.length && run.every((line, index) => line === known[index])
  }

  #line(node: Node, before: Node | undefined): DecorationSet {
    const known = this.#painted.get(node)
    if (known) return known.set
    const old = before && this.#painted.get(before)
    return before && old
      ? this.#paint(node, rangesAfterEdit(old.ranges, codeOf(before), codeOf(node)))
      : DecorationSet.empty
  }

  #paint(line: Node, ranges: ColouredRange[]): DecorationSet {
    const decorations = ranges.map(({ from, to, colour }) => Decoration.inline(from, to, { 'data-code': colour }))
    const set = decorations.length === 0 ? DecorationSet.empty : lineDecorations(decorations)
    this.#painted.set(line, { ranges, set })
    return set
  }
}
