import type { FramePiece, HistoryStretch, PastBlock as SentBlock } from '@forumpad/api'
import type { Frame, PastBlock } from './revision.ts'
import { type KnownPerson, SentBlocks } from './sent-blocks.ts'

/** What a stretch is made of, before its people have names. */
export type Stretch = Omit<HistoryStretch, 'newest'>

/** Frames as they are sent: the first in full, of each later one what is different. Undefined if there are none. */
export async function stretchOf(
  frames: AsyncIterable<Frame>,
  meet: (ids: Iterable<string>) => Promise<KnownPerson>,
): Promise<Stretch | undefined> {
  const sent = new SentBlocks()
  let first: Stretch['first'] | undefined
  const steps: Stretch['steps'] = []
  let before: readonly SentBlock[] = []
  let drawn: ReadonlySet<PastBlock> = new Set()
  for await (const { number, at, person, blocks } of frames) {
    // Whoever wrote in an old block is known already.
    const fresh = blocks.filter((block) => !drawn.has(block))
    sent.know(await meet([person, ...fresh.flatMap(authorsOf)]))
    drawn = new Set(blocks)
    const facts = { number, at: new Date(at).toISOString(), by: sent.place(person) }
    const now = sent.blocks(blocks)
    if (!first) first = { ...facts, blocks: now }
    else steps.push({ ...facts, pieces: piecesOf(before, now) })
    before = now
  }
  return first && { people: sent.people, first, steps }
}

const authorsOf = ({ credits }: PastBlock): string[] => credits.flatMap((line) => line.map(({ author }) => author))

/** A frame as pieces of the one before it and what is new. Carried blocks are found too. */
function piecesOf(before: readonly SentBlock[], now: readonly SentBlock[]): FramePiece[] {
  const places = new Map(before.map((block, place) => [block, place]))
  const pieces: FramePiece[] = []
  for (const block of now) {
    const place = places.get(block)
    const last = pieces.at(-1)
    if (place === undefined) {
      if (last && 'put' in last) last.put.push(block)
      else pieces.push({ put: [block] })
    } else if (last && 'keep' in last && last.keep[0] + last.keep[1] === place) last.keep[1] += 1
    else pieces.push({ keep: [place, 1] })
  }
  return pieces
}

/** All HTML of a stretch. */
export function htmlIn({ first, steps }: Stretch): string[] {
  const put = steps.flatMap(({ pieces }) => pieces.flatMap((piece) => ('put' in piece ? piece.put : [])))
  return [...first.blocks, ...put].map(({ html }) => html)
}

/** The same stretch with other HTML. */
export function withHtml({ first, steps, ...rest }: Stretch, shown: (html: string) => string): Stretch {
  const blocks = (some: readonly SentBlock[]) => some.map((block) => ({ ...block, html: shown(block.html) }))
  return {
    ...rest,
    first: { ...first, blocks: blocks(first.blocks) },
    steps: steps.map((step) => ({
      ...step,
      pieces: step.pieces.map((piece) => ('put' in piece ? { put: blocks(piece.put) } : piece)),
    })),
  }
}
