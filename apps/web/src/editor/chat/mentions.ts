export type Part = { text: string; mention: string | null }

/** A message cut into words and mentions: `@Name` of one of these people, in any case. Of two names that fit, the longer. */
export function mentionsIn(text: string, names: readonly string[]): Part[] {
  const known = [...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length)
  const parts: Part[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (at < from || isInWord(text[at - 1])) continue
    const name = known.find((each) => isAt(text, at + 1, each))
    if (name === undefined) continue
    if (at > from) parts.push({ text: text.slice(from, at), mention: null })
    from = at + 1 + name.length
    parts.push({ text: text.slice(at, from), mention: name })
  }
  if (from < text.length) parts.push({ text: text.slice(from), mention: null })
  return parts
}

function isAt(text: string, at: number, name: string): boolean {
  const there = text.slice(at, at + name.length)
  return there.toLowerCase() === name.toLowerCase() && !isInWord(text[at + name.length])
}

function isInWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}
