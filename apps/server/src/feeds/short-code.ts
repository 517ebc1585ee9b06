/** Letters and digits that nobody mistakes for one another, read or heard: 25 of them. */
const SIGNS = 'ACDEFGHJKMNPQRTUVWXY34679'
const LENGTH = 5
const ALL = SIGNS.length ** LENGTH
/** Spreads numbers that follow each other over all codes; it and `ALL` have no common divisor, so no two meet. */
const STEP = 6_180_339
const START = 3_141_592

/** The code of a pad in its short address, from the pad's number; undefined for a number too large to have one. */
export function codeOf(number: number): string | undefined {
  if (!(number > 0 && number < ALL)) return undefined
  let rest = Number((BigInt(number) * BigInt(STEP) + BigInt(START)) % BigInt(ALL))
  let code = ''
  for (let place = 0; place < LENGTH; place += 1) {
    code = SIGNS[rest % SIGNS.length] + code
    rest = Math.floor(rest / SIGNS.length)
  }
  return code
}

/** The number behind a code, in whatever case it was typed; undefined for what is no code. */
export function numberOf(typed: string): number | undefined {
  const code = typed.toUpperCase()
  if (code.length !== LENGTH) return undefined
  let value = 0
  for (const sign of code) {
    const digit = SIGNS.indexOf(sign)
    if (digit < 0) return undefined
    value = value * SIGNS.length + digit
  }
  const number = Number(modulo((BigInt(value) - BigInt(START)) * BACK, BigInt(ALL)))
  return number === 0 ? undefined : number
}

/** Codes that differ in one place from what was typed, or have two neighbours swapped. */
export function nearCodes(typed: string): string[] {
  const code = typed.toUpperCase().slice(0, LENGTH)
  const near = new Set<string>()
  for (let place = 0; place < LENGTH; place += 1) {
    for (const sign of SIGNS) near.add(code.slice(0, place) + sign + code.slice(place + 1))
    near.add(code.slice(0, place) + (code[place + 1] ?? '') + (code[place] ?? '') + code.slice(place + 2))
  }
  near.delete(code)
  return [...near].filter((one) => one.length === LENGTH)
}

/** What undoes multiplying by `STEP`. */
const BACK = inverse(BigInt(STEP), BigInt(ALL))

function inverse(of: bigint, all: bigint): bigint {
  let [rest, next, factor, nextFactor] = [all, of, 0n, 1n]
  while (next !== 0n) {
    const times = rest / next
    ;[rest, next] = [next, rest - times * next]
    ;[factor, nextFactor] = [nextFactor, factor - times * nextFactor]
  }
  return modulo(factor, all)
}

function modulo(number: bigint, all: bigint): bigint {
  return ((number % all) + all) % all
}
