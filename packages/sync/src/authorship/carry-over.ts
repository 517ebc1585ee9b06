import { Board } from './board.ts'
import type { DeletedRun } from './deleted-runs.ts'
import type { Match } from './stretches.ts'
import { takeBack } from './take-back.ts'
import { takeStretches } from './take-stretches.ts'
import type { Run, Span, Trace } from './trace.ts'
import { Work } from './work.ts'

/** The characters `to` are those that were `from` before. Equally long. */
export type Carried = { from: Span; to: Span }

/**
 * From how many characters on two texts are taken for the same one. Between what one update deletes and inserts little is enough: it
 * is nearly always a split, a join or a move. Across updates more is asked, since people use the same words: typing again what somebody
 * deleted must not credit them with it, while cutting another's words and pasting them must.
 */
const WITHIN = { exact: 1, whole: 3, half: 4, part: 16, together: 8, besides: 3 }
const ACROSS = { exact: 8, exactOwn: 2, whole: 8, half: 12, part: 20, together: 12, besides: 3 }

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
 * 3. The longest stretches in common: a whole run from 3 characters on, most of a run from 4, any from 16, several from 8 on that are
 *    together most of a run and 16, and next to one of these also shorter ones (words typed into the middle of moved text, in one
 *    offline update). Across updates: 8, 12, 20, 12 (and 20).
 *
 * @param work bounds what is looked at; ordinary texts stay below it (`carry-over.property.test.ts`)
 * @returns pairs of ids, the deleted runs of which something did not come back, and those that came back whole
 */
export function carryOver(
  trace: Trace,
  person: string,
  memory: () => Memory,
  work: Work = workFor(trace),
  long?: number,
): { carried: Carried[]; gone: readonly Run[]; moved: readonly Run[] } {
  const carried: Carried[] = []
  const { inserted: texts, deleted: gone } = trace
  if (texts.length === 0 || (gone.length === 0 && !texts.some(mayComeBack))) return { carried, gone, moved: [] }
  const take = ({ target, at, source, from, length }: Match) => {
    target.take(at, length)
    carried.push(...paired(source.spans(from, length), target.spans(at, length)))
  }
  const inserted = texts.map(withBoard)
  const targets = inserted.map(({ board }) => board)
  const deleted = gone.map(withBoard)
  const justDeleted = deleted.map(({ board }) => board)
  const remembered = texts.some(mayComeBack) ? memory() : { deleted: [], moved: [] }

  takeBack(inserted, () => [...deleted, ...[...remembered.deleted, ...remembered.moved].map(withBoard)], take)
  takeExact(targets, justDeleted, () => WITHIN.exact, take)
  takeStretches(targets, justDeleted, WITHIN, take, work, long)
  // Pasting twice is no crime: what is remembered, or was deleted just now, is not used up.
  const own = new Set(remembered.deleted.filter(({ by }) => by === person).map((run) => new Board(run)))
  const others = [...remembered.deleted.filter(({ by }) => by !== person), ...gone, ...remembered.moved]
  const sources = [...own, ...others.map((run) => new Board(run))]
  takeExact(targets, sources, (source) => (own.has(source) ? ACROSS.exactOwn : ACROSS.exact), take)
  const open = targets.filter(({ free }) => free >= ACROSS.whole)
  takeStretches(open, sources, ACROSS, take, work, long)
  const runs = (isMoved: boolean) => deleted.filter(({ board }) => (board.free === 0) === isMoved).map(({ run }) => run)
  return { carried, gone: runs(false), moved: runs(true) }
}

const withBoard = (run: Run) => ({ run, board: new Board(run) })

/** A single character that was typed where nothing was deleted is new. */
function mayComeBack({ text, pieces }: Run): boolean {
  return text.length >= ACROSS.exactOwn || pieces.some(({ before }) => before)
}

/** For each character of an update, and besides, for what is remembered. */
const WORK = { character: 6, memory: 400_000 }

function workFor({ inserted, deleted }: Trace): Work {
  const sizeOf = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.length, 0)
  return new Work(WORK.memory + WORK.character * (sizeOf(inserted) + sizeOf(deleted)))
}

function takeExact(
  targets: readonly Board[],
  sources: readonly Board[],
  least: (source: Board) => number,
  take: (match: Match) => void,
) {
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
