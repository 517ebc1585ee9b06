import { REDACTED } from '@forumpad/api'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Span } from '../authorship/trace.ts'

/** What is to be taken out of updates. */
export type ToRedact = {
  /** The characters, by their ids. */
  characters: { within(span: Span): Span[] }
  /** The items that give characters an address (a link's), which go without one. */
  addresses: { has(client: number, clock: number): boolean }
  redacted: RedactedValue
}

/** A value beside the text (an attribute, an address), with marks in the place of the words that it may hold; `name` is what it is called. */
export type RedactedValue = (value: string, name: string | null) => string

/**
 * An update (Yjs v1) with marks in the place of some characters. Ids, lengths, places and deletions are the same, so it fits wherever
 * the other did.
 *
 * @returns undefined where there is nothing to redact in it
 */
export function redactUpdate(update: Uint8Array, what: ToRedact): Uint8Array | undefined {
  const { structs, ds } = Y.decodeUpdate(update)
  let isChanged = false
  for (const struct of structs) if (struct instanceof Y.Item && redactItem(struct, what)) isChanged = true
  return isChanged ? encoded(structs, ds) : undefined
}

function redactItem({ id, content, parentSub }: Y.Item, { characters, addresses, redacted }: ToRedact): boolean {
  const inValue = (name: string | null) => (value: string) => redacted(value, name)
  if (content instanceof Y.ContentString) {
    const parts = characters.within({ client: id.client, clock: id.clock, length: content.str.length })
    const marked = parts.reduce((text, { clock, length }) => withMarks(text, clock - id.clock, length), content.str)
    if (marked === content.str) return false
    content.str = marked
    return true
  }
  if (content instanceof Y.ContentFormat) {
    const before: unknown = content.value
    const goes = before !== null && addresses.has(id.client, id.clock)
    const after = goes ? null : redactValue(before, inValue(content.key))
    // Yjs says so of values that may be null.
    content.value = after as object
    return after !== before
  }
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) {
    const before = content.arr
    const after = redactValue(before, inValue(parentSub))
    content.arr = after
    return after !== before
  }
  if (content instanceof Y.ContentEmbed) {
    const before = content.embed
    content.embed = redactValue(before, inValue(parentSub))
    return content.embed !== before
  }
  return false
}

/** As many marks as units. Of a character that has two, both go. */
export function withMarks(text: string, at: number, length: number): string {
  const from = isLow(text, at) && isHigh(text, at - 1) ? at - 1 : at
  const end = at + length
  const to = isLow(text, end) && isHigh(text, end - 1) ? end + 1 : end
  return text.slice(0, from) + REDACTED.repeat(to - from) + text.slice(to)
}

const isHigh = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xd800
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00

/** The same value where nothing in it changes. Values came through the door, so they are not nested without end. */
function redactValue<Value>(value: Value, redacted: (text: string) => string): Value
function redactValue(value: unknown, redacted: (text: string) => string): unknown {
  if (typeof value === 'string') return redacted(value)
  if (Array.isArray(value)) {
    const after = value.map((each) => redactValue(each, redacted))
    return after.some((each, i) => each !== value[i]) ? after : value
  }
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  const before = Object.entries(value)
  const after = before.map(([name, each]): [string, unknown] => [name, redactValue(each, redacted)])
  return after.some(([, each], i) => each !== before[i]?.[1]) ? Object.fromEntries(after) : value
}

/** The form of Yjs v1 updates: how many clients; of each how many structs, its id, its first clock, and these; then what is deleted. */
function encoded(
  structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  ds: ReturnType<typeof Y.decodeUpdate>['ds'],
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const { restEncoder } = encoder
  const groups = inGroups(structs)
  encoding.writeVarUint(restEncoder, groups.length)
  for (const group of groups) {
    const [first] = group
    if (!first) continue
    encoding.writeVarUint(restEncoder, group.length)
    encoder.writeClient(first.id.client)
    encoding.writeVarUint(restEncoder, first.id.clock)
    for (const struct of group) struct.write(encoder, 0)
  }
  encoding.writeVarUint(restEncoder, ds.clients.size)
  for (const [client, ranges] of ds.clients) {
    encoding.writeVarUint(restEncoder, client)
    encoding.writeVarUint(restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(restEncoder, clock)
      encoding.writeVarUint(restEncoder, len)
    }
  }
  return encoder.toUint8Array()
}

type Struct = Y.Item | Y.GC | Y.Skip

function inGroups(structs: readonly Struct[]): Struct[][] {
  const groups: Struct[][] = []
  for (const struct of structs) {
    const last = groups.at(-1)?.at(-1)
    const goesOn = last?.id.client === struct.id.client && last.id.clock + last.length === struct.id.clock
    if (goesOn) groups.at(-1)?.push(struct)
    else groups.push([struct])
  }
  return groups
}
