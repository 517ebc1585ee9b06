import ICAL from 'ical.js'
import type { ProblemList } from '../problem-list.ts'
import type { ContentLine } from './calendar-lines.ts'

/** One property, read: `name` in lower case, `text` unescaped, `raw` as it stands after the colon. */
export type Property = {
  line: number
  name: string
  parameters: Readonly<Record<string, string>>
  values: readonly string[]
  raw: string
}

/** The properties of a component by name. */
export type Properties = {
  /** The first of that name. */
  one(name: string): Property | undefined
  all(name: string): readonly Property[]
  /** The first value of the first of that name, trimmed; undefined when absent or empty. */
  text(name: string): string | undefined
}

/** Reads each line by itself: a broken one costs that property and no other. */
export function readProperties(lines: readonly ContentLine[], problems: ProblemList): Properties {
  const byName = new Map<string, Property[]>()
  for (const line of lines) {
    const property = readProperty(line)
    if (property === undefined) {
      problems.at(line.line, null, `this line could not be read and was passed over: ${line.text.slice(0, 60)}`)
      continue
    }
    const others = byName.get(property.name)
    if (others) others.push(property)
    else byName.set(property.name, [property])
  }
  const one = (name: string) => byName.get(name)?.[0]
  return {
    one,
    all: (name) => byName.get(name) ?? [],
    text: (name) => one(name)?.values[0]?.trim() || undefined,
  }
}

function readProperty({ line, text }: ContentLine): Property | undefined {
  const raw = text.slice(colon(text) + 1).trim()
  try {
    const [name, parameters, , ...values]: [string, Record<string, string | string[]>, string, ...unknown[]] =
      ICAL.parse.property(text)
    return {
      line,
      name,
      parameters: strings(parameters),
      values: values.map((value) => (typeof value === 'string' ? value : raw)),
      raw,
    }
  } catch {
    return undefined
  }
}

/** Where the value begins: the first colon that is not inside quotes. */
function colon(text: string): number {
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') quoted = !quoted
    else if (text[at] === ':' && !quoted) return at
  }
  return text.indexOf(':')
}

function strings(parameters: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key, [value].flat().join(',')]))
}
