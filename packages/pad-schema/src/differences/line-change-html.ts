import type { Block, Inline } from '../document.ts'
import type { LinePlace } from '../line-places.ts'
import { escapeHtml, openTag } from '../out/escape-html.ts'
import { inlineHtml } from '../out/inline-html.ts'
import { blockHtml } from './block-html.ts'
import type { LineChange, Piece } from './difference.ts'
import { joined } from './flat-words.ts'

export type NamedPerson = { name: string; hue: number }
export type NameOf = (person: string) => NamedPerson | undefined

/** A line with what came and what went in it. Words that only look otherwise stand in a `<span class="restyled">`. */
export function changedLineHtml(block: Block, { words }: LineChange, place: LinePlace, nameOf: NameOf): string {
  return blockHtml(block, place, () =>
    stretches(words)
      .map((stretch) => stretchHtml(stretch, nameOf))
      .join(''),
  )
}

type Stretch = { kind: Piece['is'] | 'restyled'; by: string | undefined; inlines: Inline[] }

/** Pieces that are of one kind and one person's stand together, so that a word in bold does not part them. */
function stretches(words: readonly Piece[]): Stretch[] {
  const all: Stretch[] = []
  for (const piece of words) {
    const kind = piece.is === 'kept' && piece.was ? 'restyled' : piece.is
    const by = piece.is === 'kept' ? undefined : piece.by
    const last = all.at(-1)
    if (last?.kind === kind && last.by === by) last.inlines.push(piece.inline)
    else all.push({ kind, by, inlines: [piece.inline] })
  }
  return all
}

function stretchHtml({ kind, by, inlines }: Stretch, nameOf: NameOf): string {
  const words = inlineHtml(joined(inlines))
  const person = by === undefined ? undefined : nameOf(by)
  const attributes: Record<string, string> = person ? { 'data-hue': String(person.hue), title: person.name } : {}
  switch (kind) {
    case 'kept':
      return words
    case 'restyled':
      return `<span class="restyled">${words}</span>`
    case 'added':
      return `${openTag('ins', attributes)}${words}</ins>`
    case 'removed':
      return `${openTag('del', attributes)}${words}</del>`
  }
}

export const nameTag = ({ name, hue }: NamedPerson): string =>
  `${openTag('b', { 'data-hue': String(hue), dir: 'auto' })}${escapeHtml(name)}</b>`
