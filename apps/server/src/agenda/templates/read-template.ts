import type { Event } from '@forumpad/api'
import { type Block, documentToMarkdown, type Inline, type Line, line, markdownToDocument } from '@forumpad/pad-schema'
import { agendaLines } from './agenda-lines.ts'
import type { TemplateFacts } from './template-facts.ts'
import { AGENDA, VARIABLES, type Value, variablesIn } from './variables.ts'

/** A template that was read once, for as many sessions as there are. */
export type ReadTemplate = {
  /** The Markdown that the pad of a session begins with. */
  fill(session: TemplateFacts): string
  /** Names in braces that are no variables, as they stand there: they stay as they are. */
  unknown: string[]
}

type Text = Extract<Inline, { type: 'text' }>

const IN_BRACES = /\{([a-z][a-z-]{0,30})\}/gi
const KNOWN = new Set(VARIABLES.map(({ name }) => name))

/**
 * Reads the Markdown of a template. Values are put into what was read and not into the Markdown, so that nothing in a title is ever taken
 * for markup.
 */
export function readTemplate(markdown: string, event: Event): ReadTemplate {
  const variables = variablesIn(event)
  const { blocks } = markdownToDocument(markdown)
  const texts = blocks
    .flatMap(linesIn)
    .flatMap(({ content }) => content.flatMap((each) => (each.type === 'text' ? each.text : [])))
  const names = texts.flatMap((text) => [...text.matchAll(IN_BRACES)])
  return {
    fill(session) {
      const valueNamed = (name: string) => variables.get(name)?.(session)
      return documentToMarkdown({ blocks: blocks.flatMap((block) => filled(block, session, valueNamed)) })
    },
    unknown: [...new Set(names.flatMap(([braces, name = '']) => (isKnown(name) ? [] : braces)))],
  }
}

const isKnown = (name: string) => KNOWN.has(name.toLowerCase())

function linesIn(block: Block): Line[] {
  if (block.type === 'table') return block.rows.flat(2)
  return block.type === 'paragraph' ? [block] : []
}

type ValueNamed = (name: string) => Value | undefined

function filled(block: Block, session: TemplateFacts, valueNamed: ValueNamed): Block[] {
  if (block.type === 'table') {
    return [
      { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map((each) => filledLine(each, valueNamed)))) },
    ]
  }
  if (block.type !== 'paragraph') return [block]
  const [only, ...more] = block.content
  const isAgenda = more.length === 0 && only?.type === 'text' && only.text.trim().toLowerCase() === `{${AGENDA}}`
  if (!isAgenda) return [filledLine(block, valueNamed)]
  const level = block.kind === 'heading' ? 0 : block.level
  return agendaLines(session).map((words) => line('number', words, { level }))
}

function filledLine(block: Line, valueNamed: ValueNamed): Line {
  return {
    ...block,
    content: block.content.flatMap((each): Inline[] => (each.type === 'text' ? filledText(each, valueNamed) : [each])),
  }
}

function filledText({ text, marks }: Text, valueNamed: ValueNamed): Text[] {
  const parts: Text[] = []
  let from = 0
  for (const { 0: braces, 1: name = '', index } of text.matchAll(IN_BRACES)) {
    const value = valueNamed(name.toLowerCase())
    if (value === undefined) continue
    parts.push({ type: 'text', text: text.slice(from, index), marks })
    const link = value.href !== undefined && !marks.code && !marks.link ? { link: { href: value.href } } : {}
    parts.push({ type: 'text', text: value.words, marks: { ...marks, ...link } })
    from = index + braces.length
  }
  parts.push({ type: 'text', text: text.slice(from), marks })
  return parts.filter((part) => part.text !== '')
}
