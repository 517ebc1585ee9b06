import type { Inline, Marks } from '../document.ts'
import { safeHref } from '../safe-href.ts'
import { codeSpan, escapeMarkdown, linkTarget } from './markdown-escape.ts'

type Name = keyof Marks
type Run = { text: string; marks: Marks }

/** Outermost first. Code is the innermost because nothing means anything inside of it. */
const ORDER: readonly Name[] = ['link', 'bold', 'italic', 'strike', 'underline', 'code']
const SIGNS = { bold: '**', italic: '*', strike: '~~' } as const
const TAGS = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' } as const

/** A line's words as Markdown. Hard breaks are `<br>`, which works everywhere, in headings too. */
export function inlineMarkdown(content: readonly Inline[]): string {
  const runs = content.map((inline): Run => (inline.type === 'text' ? inline : { text: '\n', marks: {} }))
  return writeRuns(runs, ORDER, '', '')
}

/** `before` and `after` are what stands next to the runs: a character, or nothing at the ends of the line. */
function writeRuns(runs: readonly Run[], order: readonly Name[], before: string, after: string): string {
  const [name, ...others] = order
  if (name === undefined) return runs.map(({ text }) => escapeMarkdown(text)).join('')
  let markdown = ''
  for (let from = 0, to = 0; from < runs.length; from = to) {
    const value = wornValue(runs[from], name)
    while (to < runs.length && wornValue(runs[to], name) === value) to++
    const stretch = runs.slice(from, to)
    const left = markdown.at(-1) ?? before
    const right = runs[to] === undefined ? after : nextCharacter(runs[to])
    markdown += value === '' ? writeRuns(stretch, others, left, right) : wrap(name, value, stretch, others, left, right)
  }
  return markdown
}

function wrap(
  name: Name,
  href: string,
  runs: readonly Run[],
  others: readonly Name[],
  left: string,
  right: string,
): string {
  const words = runs.map(({ text }) => text).join('')
  if (name === 'code') return /\n/.test(words) ? `<code>${escapeMarkdown(words)}</code>` : codeSpan(words)
  if (name === 'link') return `[${writeRuns(runs, others, '[', ']')}](${linkTarget(href)})`
  const inside = writeRuns(runs, others, '', '')
  if (name !== 'underline' && mayWearSigns(inside, left, right)) return SIGNS[name] + inside + SIGNS[name]
  return `<${TAGS[name]}>${inside}</${TAGS[name]}>`
}

/** Signs are understood only beside spaces or common punctuation, around something that begins and ends with neither. */
function mayWearSigns(inside: string, left: string, right: string): boolean {
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(inside) && BESIDE.test(left) && BESIDE.test(right)
}

const BESIDE = /^[ .,;:?!()]?$/

// A stretch that wears something may begin with a sign: that is not safe to stand beside.
function nextCharacter(run: Run | undefined): string {
  if (run === undefined) return ''
  return ORDER.some((name) => wornValue(run, name) !== '') ? '*' : escapeMarkdown(run.text).charAt(0)
}

function wornValue(run: Run | undefined, name: Name): string {
  if (name === 'link') return safeHref(run?.marks.link?.href) ?? ''
  return run?.marks[name] ? name : ''
}
