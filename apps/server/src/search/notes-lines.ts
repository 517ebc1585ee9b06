import { type Block, conventionText, type Label, type Line, recogniseConventions } from '@forumpad/pad-schema'
import { tokensOf } from './tokens.ts'

/** A line of a pad's notes as it is searched, with the name that links to it. Its hashtags are folded. */
export type NotesLine = { name: string; text: string; labels: readonly Label[]; tags: readonly string[] }

/** The lines of a text that have words. Those of a table stand under the table's name. */
export function notesLines(blocks: readonly { name: string; block: Block }[]): NotesLine[] {
  return blocks
    .flatMap(({ name, block }) => {
      if (block.type === 'table') return block.rows.flat(2).map((line) => notesLine(name, line))
      if (block.type === 'paragraph') return [notesLine(name, block)]
      return block.type === 'image' ? [{ name, text: block.alt, labels: [], tags: [] }] : []
    })
    .filter(({ text }) => text !== '')
}

function notesLine(name: string, { kind, content }: Line): NotesLine {
  const labels = new Set<Label>()
  const tags = new Set<string>()
  for (const each of recogniseConventions(conventionText(content), kind)) {
    if (each.is === 'label') labels.add(each.label)
    if (each.is === 'hashtag') tags.add(foldedTag(each.tag))
  }
  const text = content.map((inline) => (inline.type === 'text' ? inline.text : ' ')).join('')
  return { name, text: text.trim(), labels: [...labels], tags: [...tags] }
}

/** A hashtag as it is compared: `Road-Map` and `roadmap` are one. */
export const foldedTag = (tag: string): string =>
  tokensOf(tag)
    .map(({ token }) => token)
    .join('')
