import type { Mark, Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { setAttribute } from '../yjs/items.ts'

/** A character, or a break: the empty string. */
type Token = { token: string; marks: readonly Mark[] }

/** Where a token of the line as it is stands: its child of the line, and its place in it. */
type Place = { token: string; child: Child; at: number }

type Child = Y.XmlText | Y.XmlElement

/**
 * Makes a line of Yjs say what an editor's line says, with each word in the text in which it is: what is typed goes into the text before it, what is
 * deleted is taken from its own, and a text that has lost all its words stays.
 */
export function writeLine(line: Y.XmlElement, node: Node): void {
  writeAttributes(line, node)
  const tokens = tokensOf(node)
  const places = placesIn(line)
  const shorter = Math.min(tokens.length, places.length)
  let start = 0
  while (start < shorter && tokens[start]?.token === places[start]?.token) start += 1
  let end = 0
  while (end < shorter - start && tokens.at(-1 - end)?.token === places.at(-1 - end)?.token) end += 1
  const caret = caretAt(line, places, start)
  for (const place of places.slice(start, places.length - end).reverse()) take(line, place)
  insert(line, caret, tokens.slice(start, tokens.length - end))
  writeMarks(line, tokens)
}

function writeAttributes(line: Y.XmlElement, { attrs }: Node): void {
  const before: Record<string, unknown> = line.getAttributes()
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null) line.removeAttribute(name)
    else if (before[name] !== value) setAttribute(line, name, value)
  }
  for (const name of Object.keys(before)) if (!Object.hasOwn(attrs, name)) line.removeAttribute(name)
}

function tokensOf(node: Node): Token[] {
  return node.children.flatMap(({ text, marks }) =>
    text === undefined ? [{ token: '', marks }] : [...text].map((token) => ({ token, marks })),
  )
}

function placesIn(line: Y.XmlElement): Place[] {
  return line.toArray().flatMap((child): Place[] => {
    if (!(child instanceof Y.XmlText)) return [{ token: '', child: child as Y.XmlElement, at: 0 }]
    let at = 0
    return [...wordsOf(child)].map((token) => {
      at += token.length
      return { token, child, at: at - token.length }
    })
  })
}

const wordsOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: string }) => insert)
    .join('')

/** A place in a text, or among the children of the line where there is no text. */
type Caret = { text: Y.XmlText | undefined; at: number; index: number }

/** Where to write before a token: in the text before it, or else in the one that it is in, or in one that has no words yet. */
function caretAt(line: Y.XmlElement, places: readonly Place[], start: number): Caret {
  const children: Child[] = line.toArray() as Child[]
  const before = places[start - 1]
  const index = before ? children.indexOf(before.child) + 1 : 0
  if (before?.child instanceof Y.XmlText) {
    return { text: before.child, at: before.at + before.token.length, index }
  }
  const beside = children[index]
  return beside instanceof Y.XmlText ? { text: beside, at: 0, index: index + 1 } : { text: undefined, at: 0, index }
}

function take(line: Y.XmlElement, { token, child, at }: Place): void {
  if (child instanceof Y.XmlText) child.delete(at, token.length)
  else line.delete((line.toArray() as Child[]).indexOf(child), 1)
}

/** What comes behind a break goes into a text of its own, with the rest of the text in which the break is. */
function insert(line: Y.XmlElement, { text, at, index }: Caret, tokens: readonly Token[]): void {
  const [first = '', ...others] = stretches(tokens)
  text?.insert(at, first)
  const behind = at + first.length
  const rest = text && others.length > 0 ? wordsOf(text).slice(behind) : ''
  text?.delete(behind, rest.length)
  const children: Child[] = text || first === '' ? [] : [new Y.XmlText(first)]
  others.forEach((words, place) => {
    const all = place === others.length - 1 ? words + rest : words
    children.push(new Y.XmlElement('hardBreak'), ...(all === '' ? [] : [new Y.XmlText(all)]))
  })
  if (children.length > 0) line.insert(index, children)
}

/** The words between breaks. */
function stretches(tokens: readonly Token[]): string[] {
  const found = ['']
  for (const { token } of tokens) {
    if (token === '') found.push('')
    else found.push(found.pop() + token)
  }
  return found
}

function writeMarks(line: Y.XmlElement, tokens: readonly Token[]): void {
  let next = 0
  for (const child of line.toArray()) {
    if (!(child instanceof Y.XmlText)) {
      next += 1
      continue
    }
    const words = [...wordsOf(child)]
    const none = Object.fromEntries(formatsIn(child).map((name) => [name, null]))
    const delta = words.map((word, index) => ({
      retain: word.length,
      attributes: { ...none, ...formatsFor(tokens[next + index]?.marks ?? []) },
    }))
    next += words.length
    child.applyDelta(delta)
  }
}

const formatsIn = (text: Y.XmlText): string[] =>
  text.toDelta().flatMap(({ attributes = {} }: { attributes?: object }) => Object.keys(attributes))

const formatsFor = (marks: readonly Mark[]): Record<string, object> =>
  Object.fromEntries(marks.map(({ type, attrs }) => [type.name, attrs]))
