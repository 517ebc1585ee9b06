import { ruleStyle } from './line-rules.ts'

/**
 * The styles of the rules that are on the page. Not as attributes of the lines, which the Content-Security-Policy forbids as soon as
 * somebody copies one.
 */
export class RuleSheet {
  readonly #sheet = new CSSStyleSheet()
  readonly #known = new Set<string>()

  constructor() {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet]
  }

  /** A line wears this rule. */
  needs(rule: string): void {
    if (this.#known.has(rule)) return
    this.#known.add(rule)
    this.#sheet.insertRule(ruleStyle(rule))
  }

  stop(): void {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet)
  }
}
