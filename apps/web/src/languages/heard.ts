import type { Catalogue, Values } from './catalogue.ts'

/** How the server's sentences are read: see docs/decisions/0035. */
type Form = { key: string; reads: RegExp; literal: number }

const HOLE = /\{\d\}/
/** A number as the server writes large ones. */
const IN_THOUSANDS = /^\d{1,3}(,\d{3})+$/

/**
 * Says what the server said in English, where its sentence is known: `There is no pad {1}.` stands for that sentence about any pad. In
 * a translation `{1}` is what stood there, and `{s1}` the same, said too. Several sentences in a row are said one by one. What is not
 * known stays as it is.
 *
 * @param catalogue what the page says itself: a word of it can stand in a sentence of the server's
 * @param sentences the server's
 */
export function hearing(catalogue: Catalogue, sentences: Catalogue, format: (key: string, values: Values) => string) {
  let forms: Form[] | undefined
  const heard = new Map<string, string | null>()

  function byForm(text: string): string | null {
    forms ??= formsOf(sentences)
    for (const { key, reads } of forms) {
      const values = reads.exec(text)?.slice(1)
      if (values) return format(key, valuesOf(values))
    }
    return null
  }

  function valuesOf(read: string[]): Values {
    const values: Record<string, string> = {}
    for (const [index, value] of read.entries()) {
      values[index + 1] = IN_THOUSANDS.test(value) ? value.replaceAll(',', '') : value
      values[`s${index + 1}`] = say(value)
    }
    return values
  }

  /** The same in two parts, both of which are known, or at least one. */
  function inParts(text: string, isEnough: (first: string | null, rest: string | null) => boolean): string | null {
    for (const { index } of text.matchAll(/(?<=[.!?]) /g)) {
      const [first, rest] = [text.slice(0, index), text.slice(index + 1)]
      const [saidFirst, saidRest] = [hear(first), hear(rest)]
      if (isEnough(saidFirst, saidRest)) return `${saidFirst ?? first} ${saidRest ?? rest}`
    }
    return null
  }

  /** Parts come before forms: the hole of a form would take in the sentence that follows. */
  function hear(text: string): string | null {
    const known = heard.get(text)
    if (known !== undefined) return known
    const said =
      catalogue[text] ??
      sentences[text] ??
      inParts(text, (first, rest) => first !== null && rest !== null) ??
      byForm(text) ??
      inParts(text, (first, rest) => first !== null || rest !== null)
    heard.set(text, said)
    return said
  }

  const say = (text: string): string => (text.length > LONGEST ? text : (hear(text) ?? text))
  return say
}

/** Longer than any refusal: what is pasted into one, or a text, is not looked through. */
const LONGEST = 2_000

/** Those with most words of their own come first. */
function formsOf(sentences: Catalogue): Form[] {
  return Object.keys(sentences)
    .filter((key) => HOLE.test(key))
    .map((key) => {
      const parts = key.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      return { key, reads: new RegExp(`^${parts.join('(.*?)')}$`, 's'), literal: parts.join('').length }
    })
    .sort((one, other) => other.literal - one.literal)
}
