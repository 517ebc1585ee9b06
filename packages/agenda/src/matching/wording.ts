/** A title for comparing: small letters, no accents, no punctuation, single spaces. */
export function plainTitle(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  // A title of signs alone is still a title.
  return plain === '' ? title.trim() : plain
}

export function wordsOf(text: string, most = 200): ReadonlySet<string> {
  return new Set(plainTitle(text).split(' ', most))
}

/** How alike two titles are, 0 to 1: by their words or by their pairs of letters, whichever is more. */
export function titleLikeness(one: Wording, other: Wording): number {
  if (one.title === other.title) return 1
  return Math.max(dice(one.words, other.words), dice(one.pairs, other.pairs))
}

/** A title, ready for comparing; its parts are made when they are first asked for. */
export class Wording {
  readonly title: string
  #words: ReadonlySet<string> | undefined
  #pairs: ReadonlySet<string> | undefined

  constructor(text: string) {
    this.title = plainTitle(text)
  }

  get words(): ReadonlySet<string> {
    this.#words ??= new Set(this.title.split(' '))
    return this.#words
  }

  get pairs(): ReadonlySet<string> {
    const letters = this.title.slice(0, 200)
    this.#pairs ??= new Set(
      Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
    )
    return this.#pairs
  }
}

/** Dice's coefficient: twice what both have, of what each has. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let both = 0
  for (const part of few) if (many.has(part)) both += 1
  return (2 * both) / (one.size + other.size)
}

/** An address without what does not tell pages apart: scheme, case of the host, a last slash, campaign parameters. */
export function canonicalUrl(address: string | null): string | undefined {
  if (address === null || !URL.canParse(address)) return undefined
  const { host, pathname, searchParams, hash } = new URL(address)
  const query = [...searchParams].filter(([name]) => !/^utm_/i.test(name)).sort()
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}?${new URLSearchParams(query)}${hash}`
}
