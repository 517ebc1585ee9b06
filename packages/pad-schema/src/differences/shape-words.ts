import type { LineKind } from '../document.ts'
import type { LineShape } from '../line.ts'
import type { LineChange } from './difference.ts'

const KINDS: Record<LineKind, string> = {
  text: 'text',
  heading: 'heading',
  bullet: 'bullet',
  number: 'numbered line',
  task: 'task',
  quote: 'quotation',
  code: 'code',
  callout: 'callout',
}

/** What became of a line apart from its words, in words that go on after "changed"; empty if nothing. */
export function shapeWords({ shape, words }: LineChange): string {
  const looks = words.some((piece) => piece.is === 'kept' && piece.was) ? ['looks'] : []
  const all = [...(shape ? shapeParts(shape.before, shape.after) : []), ...looks]
  return all.length === 0 ? '' : ` (${all.join(', ')})`
}

function shapeParts(before: LineShape, after: LineShape): string[] {
  if (before.kind !== after.kind) return [`${KINDS[before.kind]} to ${KINDS[after.kind]}`]
  const parts: string[] = []
  if (before.level !== after.level) parts.push(`level ${before.level} to ${after.level}`)
  if (before.checked !== after.checked) parts.push(after.checked ? 'ticked' : 'no longer ticked')
  if (before.start !== after.start) parts.push(`counts from ${after.start ?? 1}`)
  return parts
}
