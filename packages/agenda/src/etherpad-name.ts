/** The name of the first Etherpad pad whose address stands in one of the texts, or null. */
export function etherpadName(texts: readonly (string | null | undefined)[]): string | null {
  for (const text of texts) {
    const found = ETHERPAD.exec(text?.slice(0, 20_000) ?? '')?.[1]
    if (found !== undefined) return decoded(found.replace(/[.,;:!]+$/, ''))
  }
  return null
}

/** The address of a pad on an Etherpad server: https://etherpad.example.org/p/NAME */
const ETHERPAD =
  /https?:\/\/[a-z0-9.-]{0,200}etherpad[a-z0-9.:-]{0,200}(?:\/[a-z0-9_-]{1,50}){0,3}?\/p\/([^\s/?#"'<>()[\]]{1,200})/i

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
