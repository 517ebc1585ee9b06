import { parseSync } from 'vite'
import { isNode, type Node, walk } from '../layers/syntax.ts'

/** What a source file says to people. */
export type SaidIn = {
  /** The English sentences that are given to `say`, `weave` and `sentence`. */
  sentences: { english: string; line: number }[]
  /** Words that stand in the page as they are, whatever language it speaks. */
  bare: { words: string; line: number }[]
  /** Sentences that are put together of pieces, so that no catalogue can have them. */
  pieced: number[]
}

const SAYING = new Set(['say', 'weave', 'sentence'])
const READ_ALOUD = new Set(['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label'])

/** Names and samples that are the same in every language. */
const NAMES = new Set([
  'Forumpad',
  'Markdown',
  'JSON',
  'https://',
  'https://example.org/schedule.ics',
  'signs.pdf',
  'ops-telecom-nfv',
  'America/New_York',
])

/** Reads a TypeScript file. Throws when it cannot be parsed. */
export function saidIn(path: string, text: string): SaidIn {
  const { program, errors } = parseSync(path, text, {})
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const said: SaidIn = { sentences: [], bare: [], pieced: [] }
  walk(program, (node) => {
    const line = lineAt(node.start)
    if (node.type === 'CallExpression' && SAYING.has(nameOf(node.callee))) {
      const [first] = node.arguments as unknown[]
      for (const { text: english, isPieced } of stringsOf(first))
        if (isPieced) said.pieced.push(line)
        else if (english !== '') said.sentences.push({ english, line })
    }
    for (const words of bareIn(node)) if (isWords(words)) said.bare.push({ words: words.trim(), line })
  })
  return said
}

/** The literal words that a piece of JSX shows or has read aloud. */
function bareIn(node: Node): string[] {
  if (node.type === 'JSXText') return [String(node.value)]
  if (node.type === 'JSXAttribute' && isNode(node.name) && READ_ALOUD.has(String(node.name.name)))
    return stringsOf(isNode(node.value) && 'expression' in node.value ? node.value.expression : node.value).map(
      ({ text }) => text,
    )
  if ((node.type === 'JSXElement' || node.type === 'JSXFragment') && Array.isArray(node.children))
    return node.children.flatMap((child) =>
      isNode(child) && child.type === 'JSXExpressionContainer'
        ? stringsOf(child.expression).map(({ text }) => text)
        : [],
    )
  return []
}

/** A path is no word. */
const isWords = (text: string) => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim()) && !text.trim().startsWith('/')

type Piece = { text: string; isPieced: boolean }

/** The strings that an expression can be, as far as they stand there. */
function stringsOf(value: unknown): Piece[] {
  if (!isNode(value)) return []
  if (value.type === 'Literal') return typeof value.value === 'string' ? [{ text: value.value, isPieced: false }] : []
  if (value.type === 'ConditionalExpression') return [...stringsOf(value.consequent), ...stringsOf(value.alternate)]
  if (value.type === 'LogicalExpression') return stringsOf(value.right)
  if (value.type === 'ParenthesizedExpression') return stringsOf(value.expression)
  if (value.type !== 'TemplateLiteral') return []
  const quasis = (value.quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked)
  return [{ text: quasis.join(''), isPieced: quasis.length > 1 }]
}

/** `say` of `say()` and of `words.say()`. */
function nameOf(callee: unknown): string {
  if (!isNode(callee)) return ''
  const named = callee.type === 'MemberExpression' ? callee.property : callee
  return isNode(named) && typeof named.name === 'string' ? named.name : ''
}
