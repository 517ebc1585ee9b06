import { Parser } from 'htmlparser2'

/** An element of an XML text. `text` is all text directly in it; `at` is where it begins. */
export type XmlElement = {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlElement[]
  text: string
  at: number
}

export type XmlReading = {
  /** The elements that are handed over one by one, each with those around it, and are then forgotten. */
  entries: string
  onEntry(entry: XmlElement, around: readonly XmlElement[]): void
  /** Elements that are needed before the entries in them: they are handed over as they begin. */
  onProblem(at: number, is: 'cut off' | 'not closed' | 'too deep' | 'entities'): void
}

/** Deeper elements are dropped, with what is in them; longer texts are cut. */
const DEEPEST = 16
/** The parser's time grows with the square of the depth: at this one, reading stops. */
const HOSTILE_DEPTH = 1_000
const LONGEST_TEXT = 200_000
const MOST_CHILDREN = 5_000

/**
 * Reads XML as a stream, forgivingly: what is not well-formed costs the entry that it stands in. Declared entities are never
 * expanded and nothing outside the text is read.
 *
 * @returns the root element with everything but the entries; undefined if the text has no element
 */
export function readXml(xml: string, { entries, onEntry, onProblem }: XmlReading): XmlElement | undefined {
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let depth = 0
  let dropped = 0
  let isOver = false
  let isStopped = false

  function close(element: XmlElement) {
    open.pop()
    if (element.name === entries) onEntry(element, open)
    else {
      const parent = open.at(-1)
      if (parent && parent.children.length < MOST_CHILDREN) parent.children.push(element)
    }
  }

  function closeDownTo(depth: number) {
    while (open.length > depth) {
      const element = open.at(-1)
      if (element) close(element)
    }
  }

  const parser: Parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        if (depth > HOSTILE_DEPTH) {
          onProblem(parser.startIndex, 'too deep')
          isStopped = true
          parser.pause()
          return
        }
        if (open.length >= DEEPEST || dropped > 0) {
          dropped += 1
          return
        }
        const before = name === entries ? open.findIndex((element) => element.name === entries) : -1
        if (before >= 0) {
          onProblem(open[before]?.at ?? 0, 'not closed')
          closeDownTo(before)
        }
        const element = { name, attributes, children: [], text: '', at: parser.startIndex }
        root ??= element
        open.push(element)
      },
      ontext(text) {
        const inner = open.at(-1)
        if (dropped === 0 && inner && inner.text.length < LONGEST_TEXT) inner.text += text
      },
      onclosetag(name) {
        depth -= 1
        if (dropped > 0) {
          dropped -= 1
          return
        }
        const at = open.findLastIndex((element) => element.name === name)
        if (at < 0) return
        const half = isOver ? open.findIndex((element) => element.name === entries) : -1
        if (half >= 0) {
          onProblem(open[half]?.at ?? 0, 'cut off')
          open.length = half
        } else closeDownTo(at)
      },
      onprocessinginstruction(name) {
        if (
          /^!(entity|doctype)$/i.test(name) &&
          /<!ENTITY/i.test(xml.slice(parser.startIndex, parser.startIndex + 2000))
        ) {
          onProblem(parser.startIndex, 'entities')
        }
      },
    },
    { xmlMode: true },
  )
  parser.write(xml)
  isOver = true
  if (!isStopped) parser.end()
  return root
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((one) => one.name === name)
}

/** The text in the first child of that name, trimmed; empty without one. */
export function childText(element: XmlElement | undefined, name: string): string {
  const found = child(element, name)
  return found === undefined ? '' : allText(found).trim()
}

/** The text in an element and in the elements in it, in which markup that was not escaped may stand. */
function allText({ text, children }: XmlElement): string {
  return [text, ...children.map(allText)].join('')
}
