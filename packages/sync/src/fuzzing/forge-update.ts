import * as encoding from 'lib0/encoding'

/** An item's id. */
export type Id = { client: number; clock: number }

/** What an item holds, by the numbers of Yjs (`contentRefs` in its Item.js); `value` is whatever shall stand there. */
export type ForgedContent =
  | { is: 'deleted'; length: number }
  | { is: 'json'; values: readonly string[] }
  | { is: 'binary'; bytes: Uint8Array }
  | { is: 'string'; text: string }
  | { is: 'embed'; json: string }
  | { is: 'format'; key: string; json: string }
  | { is: 'type'; ref: number; name: string }
  | { is: 'any'; values: readonly unknown[] }
  | { is: 'doc'; guid: string; options: unknown }
  /** Bytes as they are, under any number. */
  | { is: 'raw'; ref: number; bytes: Uint8Array }

export type ForgedStruct =
  | { is: 'gc'; length: number }
  | { is: 'skip'; length: number }
  | {
      is: 'item'
      origin?: Id | undefined
      rightOrigin?: Id | undefined
      /** Read only where both origins are missing. */
      parent: { root: string } | Id
      key?: string | undefined
      content: ForgedContent
    }

export type ForgedUpdate = {
  sections: readonly { client: number; clock: number; structs: readonly ForgedStruct[] }[]
  deletes: readonly { client: number; ranges: readonly { clock: number; length: number }[] }[]
}

const REF = { deleted: 1, json: 2, binary: 3, string: 4, embed: 5, format: 6, type: 7, any: 8, doc: 9 } as const

/** Writes any update, sensible or not, in the first encoding of Yjs. */
export function forgeUpdate({ sections, deletes }: ForgedUpdate): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, sections.length)
    for (const { client, clock, structs } of sections) {
      for (const number of [structs.length, client, clock]) encoding.writeVarUint(encoder, number)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletes.length)
    for (const { client, ranges } of deletes) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, length } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, length)
      }
    }
  })
}

function writeStruct(encoder: encoding.Encoder, struct: ForgedStruct): void {
  if (struct.is !== 'item') {
    encoding.writeUint8(encoder, struct.is === 'gc' ? 0 : 10)
    encoding.writeVarUint(encoder, struct.length)
    return
  }
  const { origin, rightOrigin, parent, key, content } = struct
  const ref = content.is === 'raw' ? content.ref : REF[content.is]
  const hasKey = key !== undefined
  encoding.writeUint8(encoder, (ref & 31) | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (hasKey ? 32 : 0))
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, 'root' in parent ? 1 : 0)
    if ('root' in parent) encoding.writeVarString(encoder, parent.root)
    else writeId(encoder, parent)
    if (hasKey) encoding.writeVarString(encoder, key)
  }
  writeContent(encoder, content)
}

function writeContent(encoder: encoding.Encoder, content: ForgedContent): void {
  switch (content.is) {
    case 'deleted':
      return encoding.writeVarUint(encoder, content.length)
    case 'json':
      encoding.writeVarUint(encoder, content.values.length)
      for (const value of content.values) encoding.writeVarString(encoder, value)
      return
    case 'binary':
      return encoding.writeVarUint8Array(encoder, content.bytes)
    case 'string':
      return encoding.writeVarString(encoder, content.text)
    case 'embed':
      return encoding.writeVarString(encoder, content.json)
    case 'format':
      encoding.writeVarString(encoder, content.key)
      return encoding.writeVarString(encoder, content.json)
    case 'type':
      encoding.writeVarUint(encoder, content.ref)
      // Only elements (3) and hooks (5) have names.
      if (content.ref === 3 || content.ref === 5) encoding.writeVarString(encoder, content.name)
      return
    case 'any':
      encoding.writeVarUint(encoder, content.values.length)
      for (const value of content.values) encoding.writeAny(encoder, value as never)
      return
    case 'doc':
      encoding.writeVarString(encoder, content.guid)
      return encoding.writeAny(encoder, content.options as never)
    case 'raw':
      return encoding.writeUint8Array(encoder, content.bytes)
  }
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}

/** How many clocks a struct takes, as its reader counts them. */
export function lengthOf(struct: ForgedStruct): number {
  if (struct.is !== 'item') return struct.length
  switch (struct.content.is) {
    case 'deleted':
      return struct.content.length
    case 'json':
    case 'any':
      return struct.content.values.length
    case 'string':
      return struct.content.text.length
    default:
      return 1
  }
}
