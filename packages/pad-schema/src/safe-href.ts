const SAFE = /^(?:https?:\/\/|mailto:)[^\s"<>\\^`{|}]+$/i
const LONGEST = 4096

/** The address if a link may lead there (http, https or mailto, complete, no white space), else undefined. */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string' || href.length > LONGEST) return undefined
  const trimmed = href.trim()
  return SAFE.test(trimmed) && isWellFormed(trimmed) ? trimmed : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be in an address
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/u

function isWellFormed(address: string): boolean {
  return !HIDDEN.test(address)
}
