import { promisify } from 'node:util'
import { crc32, deflateRaw, inflateRaw } from 'node:zlib'
import { appliedDifference, differencesFrom } from './byte-difference.ts'
import type { Keyframe } from './keyframe-store.ts'

const deflated = promisify(deflateRaw)
const inflated = promisify(inflateRaw)

/** A pad at a revision, as plain bytes (`PastPad.encode`). */
export type PlainKeyframe = { revision: number; plain: Uint8Array }

/** One that is kept whole, and what others are different from it in. */
export type WholeKeyframe = PlainKeyframe & { differenceTo(plain: Uint8Array): Uint8Array }

export const wholeKeyframe = (keyframe: PlainKeyframe): WholeKeyframe => {
  let differenceTo: WholeKeyframe['differenceTo'] | undefined
  return {
    ...keyframe,
    differenceTo(plain) {
      differenceTo ??= differencesFrom(keyframe.plain)
      return differenceTo(plain)
    },
  }
}

/** A keyframe is kept whole at least every so many revisions; those in between as what is different from it. */
const WHOLE_EVERY = 4_000
/** Where more than this part of it is different, it is kept whole too. */
const MOST_DIFFERENT = 0.5

/**
 * A keyframe as it is kept: as the difference to an earlier one that is kept whole, if that is short. What is different between two
 * keyframes is some hundredths of either, however long the text is.
 */
export async function packedKeyframe(now: PlainKeyframe, whole: WholeKeyframe | undefined): Promise<Keyframe> {
  const { revision, plain } = now
  if (whole && revision - whole.revision < WHOLE_EVERY) {
    const difference = whole.differenceTo(plain)
    if (difference.length < MOST_DIFFERENT * plain.length)
      return { revision, base: whole.revision, bytes: await packed(difference, plain) }
  }
  return { revision, base: null, bytes: await packed(plain, plain) }
}

/**
 * What was packed, and the whole one that it is based on: itself, or an earlier one. Rejects if something of it is damaged.
 *
 * @param find gives the keyframe of just that revision
 */
export async function unpackedKeyframe(
  { revision, base, bytes }: Keyframe,
  find: (revision: number) => Promise<Keyframe | undefined>,
): Promise<{ plain: Uint8Array; whole: WholeKeyframe }> {
  const unpacked = await inflatedBytes(bytes)
  if (base === null) return { plain: checked(unpacked, bytes), whole: wholeKeyframe({ revision, plain: unpacked }) }
  const kept = await find(base)
  if (kept?.base !== null)
    throw new Error(`The keyframe of revision ${base}, which that of ${revision} needs, is gone.`)
  const whole = wholeKeyframe({ revision: base, plain: checked(await inflatedBytes(kept.bytes), kept.bytes) })
  return { plain: checked(appliedDifference(whole.plain, unpacked), bytes), whole }
}

/** In front of what is compressed stands the checksum of what it gives in the end: a base may have been made anew, with other bytes. */
const CHECKSUM = 4

async function packed(bytes: Uint8Array, plain: Uint8Array): Promise<Uint8Array> {
  const checksum = Buffer.alloc(CHECKSUM)
  checksum.writeUInt32LE(crc32(plain))
  return plainBytes(Buffer.concat([checksum, await deflated(bytes)]))
}

const inflatedBytes = async (bytes: Uint8Array): Promise<Uint8Array> =>
  plainBytes(await inflated(bytes.subarray(CHECKSUM)))

function checked(plain: Uint8Array, { buffer, byteOffset }: Uint8Array): Uint8Array {
  if (new DataView(buffer, byteOffset).getUint32(0, true) === crc32(plain)) return plain
  throw new Error('This keyframe is damaged.')
}

/** A Buffer's `slice` shares its memory where that of other byte arrays copies. */
const plainBytes = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)
