/** The name of the pad that somebody means who typed or pasted `typed`: a name, or an address of a pad. */
export function padNameOf(typed: string): string {
  const text = typed.trim()
  const path = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text).pathname : text
  const name = /^\/p\/([^/]+)/.exec(path)?.[1]
  return name === undefined ? text : decoded(name)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
