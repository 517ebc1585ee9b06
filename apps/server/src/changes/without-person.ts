import { AUTHORED_AT_MS } from '@forumpad/api'
import { type AsIf, type Block, linesOf, ROOT, readAsIf, type Standing, standingsOf } from '@forumpad/pad-schema'
import type { Authorship, PadStore } from '@forumpad/sync'
import type * as Y from 'yjs'
import { without } from './deeds.ts'
import { authorKey } from './hands.ts'
import { lengthOf, sharesOf } from './past-standings.ts'
import { type Doers, type ReplayedPad, replayPad, type Span } from './replayed-pad.ts'

/** What stays although it is theirs, or does not come back although they took it. */
export type LeftAlone = {
  /** Lines of theirs in which others wrote: what the others wrote stays. */
  shared: number
  /** Lines that they took away and that somebody has brought back since. */
  already: number
}

/** A pad as it is, and as it would be if some people had done nothing in a span. */
export type WithoutPerson = { now: Standing[]; target: Standing[]; left: LeftAlone }

/**
 * Works out from the log what a pad would hold if the `doers` had done nothing after revision `from` up to `to`: what they wrote goes, what they
 * took away comes back where it stood, what they made otherwise is as it was before; what others did stays as it is.
 */
export async function withoutPerson(
  log: Pick<PadStore, 'load' | 'readLog'>,
  pad: string,
  newest: number,
  span: Span & { doers: Doers },
): Promise<WithoutPerson> {
  const replayed = await replayPad(log, pad, newest, span)
  const { doc, authorship } = replayed
  const root = doc.getXmlFragment(ROOT)
  try {
    const now = readAsIf(root, (item) => (item.deleted ? [] : [{ from: 0, to: item.length }]))
    const undone = readAsIf(root, (item) => partLeft(item, replayed, span.doers))
    const { target, already } = withoutTwins(undone, now, replayed)
    const shared = undone.blocks.filter(
      ({ client, clock }) => replayed.deeds.added.between(client, clock, clock + 1).length > 0,
    ).length
    return { now: standingsBy(now, authorship), target: standingsBy(target, authorship), left: { shared, already } }
  } finally {
    doc.destroy()
  }
}

/** Which part of an item would be there. */
function partLeft(item: Y.Item, { deeds, authorship, before, times }: ReplayedPad, doers: Doers) {
  const { client, clock } = item.id
  const end = clock + item.length
  const whole = item.deleted ? deeds.deleted.between(client, clock, end) : [{ from: clock, to: end }]
  const known = before.get(client) ?? 0
  // What they wrote and others carried elsewhere.
  const carried = authorship.credits
    .slice(client, Math.max(clock, known), end)
    .filter(({ author, movedBy, at }) => movedBy !== undefined && isWithin(at, times) && at > sinceOf(author, doers))
  const left = without(without(whole, deeds.added.between(client, clock, end)), carried)
  return left.map(({ from, to }) => ({ from: from - clock, to: to - clock }))
}

/** Times of authors are whole minutes. */
const sinceOf = (author: string, doers: Doers): number =>
  (doers.get(author) ?? Number.POSITIVE_INFINITY) - AUTHORED_AT_MS

const isWithin = (at: number, { since, until }: ReplayedPad['times']): boolean =>
  at > since - AUTHORED_AT_MS && at <= until

/** Without the lines that somebody else has brought back meanwhile: they would stand there twice. */
function withoutTwins(undone: AsIf, now: AsIf, { before, deeds }: ReplayedPad): { target: AsIf; already: number } {
  const isNew = ({ client, clock }: AsIf['blocks'][number]) =>
    clock >= (before.get(client) ?? 0) && deeds.added.between(client, clock, clock + 1).length === 0
  const brought = new Map<string, number>()
  now.document.blocks.forEach((block, i) => {
    const id = now.blocks[i]
    const words = wordsOf(block)
    if (id && words !== '' && isNew(id)) brought.set(words, (brought.get(words) ?? 0) + 1)
  })
  const living = new Set(now.blocks.map(({ client, clock }) => `${client}:${clock}`))
  const target: AsIf = { document: { blocks: [] }, blocks: [], lines: [] }
  let [already, line] = [0, 0]
  undone.document.blocks.forEach((block, i) => {
    const id = undone.blocks[i]
    const length = linesOf({ blocks: [block] }).length
    const lines = undone.lines.slice(line, line + length)
    line += length
    const twins = brought.get(wordsOf(block)) ?? 0
    if (!id || (twins > 0 && !living.has(`${id.client}:${id.clock}`))) {
      brought.set(wordsOf(block), twins - 1)
      already += 1
      return
    }
    target.document.blocks.push(block)
    target.blocks.push(id)
    target.lines.push(...lines)
  })
  return { target, already }
}

const wordsOf = (block: Block): string =>
  block.type === 'paragraph'
    ? block.content
        .map((inline) => (inline.type === 'text' ? inline.text : '\n'))
        .join('')
        .trim()
    : JSON.stringify(block)

function standingsBy({ document, blocks, lines }: AsIf, { credits }: Authorship): Standing[] {
  const shares = linesOf(document).map((each, line) =>
    sharesOf(
      lengthOf(each),
      (lines[line] ?? []).flatMap(({ at, length, client, clock }) =>
        credits.slice(client, clock, clock + length).map((credit) => ({
          from: at + credit.from - clock,
          to: at + credit.to - clock,
          by: authorKey(credit),
        })),
      ),
    ),
  )
  return standingsOf(document, blocks, shares)
}
