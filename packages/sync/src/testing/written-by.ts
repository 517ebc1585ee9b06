import type { Credit, CreditMap } from '@forumpad/api'
import * as Y from 'yjs'

/**
 * The words of each line with their authors, such as `ada: Hello |grace: world`. A mover stands behind the author (`grace<ada`), a question
 * mark behind those whom somebody else vouches for.
 */
export function writtenBy(doc: Y.Doc, credits: Pick<CreditMap, 'at'>): string[] {
  return doc
    .getXmlFragment('default')
    .toArray()
    .map((line) => lineBy(line, credits))
}

function lineBy(line: unknown, credits: Pick<CreditMap, 'at'>): string {
  const parts: { by: string; text: string }[] = []
  for (const [character, credit] of charactersOf(line, credits)) {
    const by = nameOf(credit)
    const last = parts.at(-1)
    if (last?.by === by) last.text += character
    else parts.push({ by, text: character })
  }
  return parts.map(({ by, text }) => `${by}: ${text}`).join('|')
}

/** Every character that can be seen below a type, in UTF-16 units, and whose it is. */
export function* charactersOf(type: unknown, credits: Pick<CreditMap, 'at'>): Generator<[string, Credit | undefined]> {
  if (type instanceof Y.XmlText) {
    for (let item = type._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      for (let i = 0; i < item.length; i++) yield [item.content.str[i] ?? '', credits.at(client, clock + i)]
    }
  } else if (type instanceof Y.XmlFragment) {
    for (const child of type.toArray()) yield* charactersOf(child, credits)
  }
}

function nameOf(credit: Credit | undefined): string {
  if (!credit) return 'nobody'
  return `${credit.author}${credit.movedBy ? `<${credit.movedBy}` : ''}${credit.verified ? '' : '?'}`
}
