import type { Marks } from '../document.ts'
import { type MarkName, withMark } from '../marks.ts'

/** The marks that are open while a document is read; each may be opened several times before it is closed as often. */
export class WornMarks {
  readonly #counts: Partial<Record<MarkName, number>> = {}
  readonly #links: string[] = []

  open(name: MarkName): void {
    this.#counts[name] = (this.#counts[name] ?? 0) + 1
  }

  close(name: MarkName): void {
    this.#counts[name] = Math.max(0, (this.#counts[name] ?? 0) - 1)
  }

  openLink(href: string): void {
    this.#links.push(href)
  }

  closeLink(): void {
    this.#links.pop()
  }

  get marks(): Marks {
    let marks: Marks = {}
    for (const [name, count] of Object.entries(this.#counts) as [MarkName, number][]) {
      if (count > 0) marks = withMark(marks, name, {})
    }
    return withMark(marks, 'link', { href: this.#links.at(-1) })
  }
}
