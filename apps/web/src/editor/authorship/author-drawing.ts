import type { AuthorsShown } from '@forumpad/api'
import { SERVER_PERSON } from '@forumpad/api'
import { type InsideLines, lineDecorations } from '@forumpad/pad-schema'
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { KnownAuthors } from './known-authors.ts'
import { contributors } from './line-authors.ts'
import type { AuthoredLine } from './line-reader.ts'
import { ruleAttributes, ruleStyles } from './line-rules.ts'
import { byAuthor } from './passages.ts'

type Attributes = Record<string, string>

/** A line as it is drawn; made once for each line that changed. */
type Drawn = {
  main: string | undefined
  named?: Attributes | undefined
  rule?: Attributes | undefined
  inside: DecorationSet
}

/** Turns authors into decorations: only what has changed is made anew. */
export class AuthorDrawing {
  readonly #known: KnownAuthors
  readonly #sheet = new CSSStyleSheet()
  #drawn = new WeakMap<AuthoredLine, Drawn>()

  constructor(known: KnownAuthors) {
    this.#known = known
    this.#sheet.replaceSync(ruleStyles())
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet]
  }

  /** Somebody has another name or colour. */
  forget(): void {
    this.#drawn = new WeakMap()
  }

  stop(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
  }

  draw(doc: Node, lines: readonly AuthoredLine[], shown: AuthorsShown): DecorationSet {
    if (shown === 'off') return DecorationSet.empty
    const rules: Decoration[] = []
    const inside: InsideLines = []
    let [pos, before]: [number, string | undefined] = [0, undefined]
    for (const [place, node] of doc.children.entries()) {
      const line = lines[place] ?? []
      const end = pos + node.nodeSize
      const { main, named, rule, inside: set } = this.#line(line, node)
      // Like a name in a transcript: where the hand changes, and where something new begins.
      const attributes = main !== before || node.attrs.kind === 'heading' ? named : rule
      if (attributes) rules.push(Decoration.node(pos, end, attributes))
      if (shown === 'text' && set !== DecorationSet.empty) inside.push(pos, end, set)
      before = main
      pos = end
    }
    return lineDecorations(rules, inside)
  }

  #line(line: AuthoredLine, node: Node): Drawn {
    const drawn = this.#drawn.get(line)
    if (drawn) return drawn
    const people = contributors([line]).map(({ author, length }) => ({ person: this.#known.person(author), length }))
    const now: Drawn = {
      main: people[0]?.person.id,
      named: ruleAttributes(people, true),
      rule: ruleAttributes(people, false),
      inside: this.#behind(line, node),
    }
    this.#drawn.set(line, now)
    return now
  }

  #behind(line: AuthoredLine, node: Node): DecorationSet {
    const written = byAuthor(line).filter(({ author }) => author !== SERVER_PERSON)
    const colours = written.map(({ from, to, author }) =>
      Decoration.inline(from, to, { class: 'written', 'data-hue': String(this.#known.person(author).hue) }),
    )
    if (colours.length === 0) return DecorationSet.empty
    // In a table they stand deeper than in a line.
    return node.isTextblock ? lineDecorations(colours) : DecorationSet.create(node, colours)
  }
}
