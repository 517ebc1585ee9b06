import { Board } from './board.ts'
import { commonRuns, longEnds, type Match } from './common-runs.ts'
import type { DeletedRun } from './deleted-runs.ts'
import type { Piece, Run, Span, Trace } from './trace.ts'

/** The characters `to` are those that were `from` before. Equally long. */
export type Carried = { from: Span; to: Span }

/**
 * From how many characters on two texts are taken for the same one. Between what one update deletes and inserts little is enough: it
 * is nearly always a split, a join or a move. Across updates more is asked, since people use the same words: typing again what somebody
 * deleted must not credit them with it, while cutting another's words and pasting them must.
 */
const WITHIN = { exact: 1, whole: 3, half: 4, part: 16, besides: 3 }
const ACROSS = { exact: 8, exactOwn: 2, whole: 8, half: 12, part: 20, besides: 3 }

type Rules = Pick<typeof WITHIN, 'whole' | 'half' | 'part' | 'besides'>

/** Texts larger than this are compared by long stretches only. */
const MOST_FOR_SHORT = 20_000

/** What is remembered of earlier updates, best first. */
export type Memory = {
  deleted: readonly DeletedRun[]
  /** What came back elsewhere in the same update. Two who move the same words at once both bring them, and only the first still deletes them. */
  moved: readonly DeletedRun[]
}

/**
 * Finds out which of the inserted characters are old ones that came back: from what the same update deleted (split, join, move,
 * restyle), and then from what was deleted or moved a while ago (undo, paste, two who move the same). In this order:
 *
 * 1. An undo puts each text right before the deleted one (`Piece.before`): any length counts, whoever deleted it.
 * 2. A whole inserted run that equals a whole deleted run: within one update at any length; across updates from 2 characters on if
 *    the same person deleted it, from 8 on otherwise.
 * 3. The longest stretches in common: a whole run from 3 characters on, most of a run from 4, any from 16, and next to one of these
 *    also shorter ones (words typed into the middle of moved text, in one offline update). Across updates: 8, 12, 20.
 *
 * @returns pairs of ids, the deleted runs of which something did not come back, and those that came back whole
 */
export function carryOver(
  trace: Trace,
  person: string,
  memory: () => Memory,
): { carried: Carried[]; gone: readonly Run[]; moved: readonly Run[] } {
  const carried: Carried[] = []
  const { inserted: texts, deleted: gone } = trace
  if (texts.length === 0 || (gone.length === 0 && !texts.some(mayComeBack))) return { carried, gone, moved: [] }
  const take = ({ target, at, source, from, length }: Match) => {
    target.take(at, length)
    carried.push(...paired(source.spans(from, length), target.spans(at, length)))
  }
  const inserted = texts.map((run) => ({ run, board: new Board(run) }))
  const targets = inserted.map(({ board }) => board)
  const deleted = gone.map((run) => ({ run, board: new Board(run) }))
  const remembered = texts.some(mayComeBack) ? memory() : { deleted: [], moved: [] }
  const earlier = [...remembered.deleted, ...remembered.moved].map((run) => ({ run, board: new Board(run) }))

  for (const { run, board } of inserted) takeBack(run, board, [...deleted, ...earlier], take)
  takeExact(
    targets,
    deleted.map(({ board }) => board),
    () => WITHIN.exact,
    take,
  )
  takeStretches(
    targets,
    deleted.map(({ board }) => board),
    WITHIN,
    take,
  )
  // Pasting twice is no crime: what is remembered, or was deleted just now, is not used up.
  const own = new Set(remembered.deleted.filter(({ by }) => by === person).map((run) => new Board(run)))
  const others = [...remembered.deleted.filter(({ by }) => by !== person), ...gone, ...remembered.moved]
  const sources = [...own, ...others.map((run) => new Board(run))]
  const least = (source: Board) => (own.has(source) ? ACROSS.exactOwn : ACROSS.exact)
  for (const target of targets) takeExact([target], sources, least, take)
  takeStretches(
    targets.filter(({ free }) => free >= ACROSS.whole),
    sources,
    ACROSS,
    take,
  )
  const runs = (isMoved: boolean) => deleted.filter(({ board }) => (board.free === 0) === isMoved).map(({ run }) => run)
  return { carried, gone: runs(false), moved: runs(true) }
}

/** A single character that was typed where nothing was deleted is new. */
function mayComeBack({ text, pieces }: Run): boolean {
  return text.length >= ACROSS.exactOwn || pieces.some(({ before }) => before)
}

type Take = (match: Match) => void

function takeBack(run: Run, target: Board, deleted: readonly { run: Run; board: Board }[], take: Take): void {
  let at = 0
  for (const { before, length } of run.pieces) {
    for (let done = 0; before && done < length; ) {
      const match = textAt(deleted, before.client, before.clock + done)
      const same = match && sameLength(target, at + done, length - done, match)
      if (!match || !same) break
      match.source.take(match.from, same)
      take({ target, at: at + done, source: match.source, from: match.from, length: same })
      done += same
    }
    at += length
  }
}

/** Where the deleted character stands, and how many whose ids follow. */
function textAt(deleted: readonly { run: Run; board: Board }[], client: number, clock: number) {
  for (const { run, board } of deleted) {
    let at = 0
    for (const piece of run.pieces) {
      if (holds(piece, client, clock)) {
        return { source: board, from: at + clock - piece.clock, most: piece.clock + piece.length - clock }
      }
      at += piece.length
    }
  }
}

const holds = (piece: Piece, client: number, clock: number): boolean =>
  piece.client === client && piece.clock <= clock && clock < piece.clock + piece.length

function sameLength(
  target: Board,
  at: number,
  length: number,
  { source, from, most }: { source: Board; from: number; most: number },
): number {
  let same = 0
  while (same < Math.min(length, most) && target.text[at + same] === source.text[from + same]) same += 1
  return same
}

function takeExact(targets: readonly Board[], sources: readonly Board[], least: (source: Board) => number, take: Take) {
  const byText = new Map<string, Board[]>()
  for (const source of sources) {
    if (!source.isUntouched || source.free < least(source)) continue
    const same = byText.get(source.text)
    if (same) same.push(source)
    else byText.set(source.text, [source])
  }
  for (const target of targets) {
    if (!target.isUntouched) continue
    const source = byText.get(target.text)?.shift()
    if (!source) continue
    source.take(0, source.text.length)
    take({ target, at: 0, source, from: 0, length: source.text.length })
  }
}

function takeStretches(targets: readonly Board[], sources: readonly Board[], rules: Rules, take: Take): void {
  const open = targets.filter(({ free }) => free >= rules.besides)
  const left = sources.filter(({ free }) => free >= rules.besides)
  if (open.length === 0 || left.length === 0) return
  const pairs = new Map<Board, Set<Board>>()
  const takeIf = (accepts: (match: Match) => boolean) => (match: Match) => {
    if (!accepts(match)) return false
    const partners = pairs.get(match.target) ?? new Set()
    pairs.set(match.target, partners.add(match.source))
    take(match)
    return true
  }
  const takeAny = takeIf(() => true)
  longEnds(open, left, rules.part, takeAny)
  commonRuns(enough(open, rules.part), enough(left, rules.part), rules.part, takeAny)
  if (freeIn(open) > MOST_FOR_SHORT || freeIn(left) > 2 * MOST_FOR_SHORT) return
  const shortest = Math.min(rules.whole, rules.half)
  commonRuns(
    open,
    left,
    shortest,
    takeIf(({ target, source, length }) => {
      const { length: all } = target.text
      const isWhole = length === all || length === source.text.length
      return (
        (isWhole && length >= rules.whole) || (length >= rules.half && 2 * length >= Math.min(all, source.text.length))
      )
    }),
  )
  for (const [target, partners] of pairs) {
    commonRuns(
      [target],
      [...partners],
      rules.besides,
      takeIf(() => true),
    )
  }
}

const enough = (boards: readonly Board[], least: number) => boards.filter(({ free }) => free >= least)

const freeIn = (boards: readonly Board[]): number => boards.reduce((sum, { free }) => sum + free, 0)

function paired(from: readonly Span[], to: readonly Span[]): Carried[] {
  const pairs: Carried[] = []
  let [i, j, doneFrom, doneTo] = [0, 0, 0, 0]
  for (let a = from[i], b = to[j]; a && b; a = from[i], b = to[j]) {
    const length = Math.min(a.length - doneFrom, b.length - doneTo)
    pairs.push({
      from: { client: a.client, clock: a.clock + doneFrom, length },
      to: { client: b.client, clock: b.clock + doneTo, length },
    })
    doneFrom += length
    doneTo += length
    if (doneFrom === a.length) [i, doneFrom] = [i + 1, 0]
    if (doneTo === b.length) [j, doneTo] = [j + 1, 0]
  }
  return pairs
}
