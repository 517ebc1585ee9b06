import { parseSync } from 'vite'
import { isNode, type Node } from '../layers/syntax.ts'

/** A sentence of the server's: `There is no pad {1}.` stands for any pad. */
export type ServerSentence = { english: string; line: number }

/** What describes the HTTP API to programmers, and errors that mean a fault of ours. */
const DESCRIBING = new Set(['description', 'summary'])
/** Parts of sentences that a page shows as they are: what stands for a variable of a template. */
const EXPLAINING = new Set(['gives'])
const FAULTS = new Set(['Error', 'TypeError', 'RangeError'])

/** Several words that end like a sentence, or with what is put into it. */
const SENTENCE = /^(?=.*\p{L}{3,})(?=.* )["“{\p{Lu}\d].*([.!?…]|\{\d\})$/su
const SQL = /^(SELECT|DELETE|UPDATE|INSERT|FROM|WITH) /

/** The sentences that stand in a file of the server's. Throws when it cannot be parsed. */
export function serverSays(path: string, text: string): ServerSentence[] {
  const { program, errors } = parseSync(path, text, {})
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const found: ServerSentence[] = []
  const visit = (value: unknown, isExplaining = false): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    if (!isNode(value) || isForProgrammers(value)) return
    if (value.type === 'Property' && isNode(value.key) && EXPLAINING.has(String(value.key.name)))
      return visit(value.value, true)
    const english = textOf(value)
    if (english !== null && (SENTENCE.test(english) || isExplaining) && !SQL.test(english))
      found.push({ english, line: text.slice(0, value.start).split('\n').length })
    for (const each of Object.values(value)) visit(each)
  }
  visit(program)
  return found
}

function isForProgrammers(node: Node): boolean {
  if (node.type === 'Property' && isNode(node.key)) return DESCRIBING.has(String(node.key.name))
  return node.type === 'NewExpression' && isNode(node.callee) && FAULTS.has(String(node.callee.name))
}

function textOf(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null
  if (node.type !== 'TemplateLiteral') return null
  const pieces = (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked)
  return pieces.reduce((before, piece, index) => `${before}{${index}}${piece}`)
}
