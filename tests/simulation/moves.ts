import type { Random } from '@forumpad/sync/testing'
import * as Y from 'yjs'
import {
  indentLine,
  LINE_KINDS,
  type LineKind,
  line,
  outdentLine,
  ROOT,
  setLineKind,
  toggleTask,
} from '../../packages/pad-schema/src/index.ts'
import { visibleIn } from './characters.ts'
import type { Chronicle } from './chronicle.ts'
import type { Editor } from './editor.ts'
import type { Page } from './page.ts'

/** What somebody does at their editor, and what a trace says about it; undefined if there was nothing to do. */
type Move = { weight: number; stockOnly?: true; make(hand: Hand): string | undefined }

/** Somebody at an editor. `clipboard` is what they cut out last. */
export type Hand = { page: Page; editor: Editor; random: Random; chronicle: Chronicle; clipboard: { words: string } }

const MOVES: readonly Move[] = [
  { weight: 26, make: type },
  { weight: 6, make: typeAtOnce },
  { weight: 9, make: split },
  { weight: 8, make: join },
  { weight: 6, make: erase },
  { weight: 3, make: eraseAcross },
  { weight: 4, make: removeLine },
  { weight: 7, make: restyle },
  { weight: 5, make: indent },
  { weight: 5, make: mark },
  { weight: 7, make: moveLine },
  { weight: 4, make: paste },
  { weight: 2, make: breakLine },
  { weight: 3, make: cut },
  { weight: 3, make: pasteCut },
  { weight: 6, make: undo },
  { weight: 2, make: redo },
  { weight: 5, make: pause },
  { weight: 6, make: point },
  { weight: 4, stockOnly: true, make: writeStrangely },
]

/** Somebody does something, with a caret wherever. */
export function makeMove(hand: Hand): string | undefined {
  const moves = MOVES.filter(({ stockOnly }) => !stockOnly || hand.page.kind === 'stock')
  let at = hand.random.below(moves.reduce((sum, { weight }) => sum + weight, 0))
  for (const { weight, make } of moves) {
    at -= weight
    if (at < 0) return make(hand)
  }
}

function place({ editor, random }: Hand): { line: number; offset: number } {
  const at = random.below(editor.lineCount)
  // Most work is done near the ends of lines.
  const size = editor.sizeOf(at)
  const offset = random.below(3) === 0 ? random.below(size + 1) : random.pick([0, size, size])
  return { line: at, offset }
}

/** Character by character, each a change of its own. */
function type(hand: Hand): string {
  const { editor, random, chronicle, page } = hand
  if (random.below(3) > 0) goSomewhere(hand)
  const words = chronicle.fresh(page.person.id, 1 + random.below(random.below(8) === 0 ? 30 : 5))
  for (const character of words) editor.types(character)
  return `types ${words}`
}

function typeAtOnce(hand: Hand): string {
  goSomewhere(hand)
  const words = hand.chronicle.fresh(hand.page.person.id, 1 + hand.random.below(10))
  hand.editor.types(words)
  return `types ${words} in one go`
}

function split(hand: Hand): string | undefined {
  const { editor, random } = hand
  const at = random.below(editor.lineCount)
  editor.selects(at, random.below(editor.sizeOf(at) + 1))
  return editor.pressesEnter() ? `presses Enter at ${said(hand)}` : undefined
}

function join(hand: Hand): string | undefined {
  const { editor, random } = hand
  editor.selects(random.below(editor.lineCount), 0)
  const at = said(hand)
  return editor.pressesBackspace() ? `presses Backspace at ${at}` : undefined
}

function erase(hand: Hand): string | undefined {
  const { editor } = hand
  selectWithin(hand, 4)
  const words = editor.selectedText
  return editor.deletesSelection() ? `deletes ${words}` : undefined
}

function eraseAcross({ editor, random }: Hand): string | undefined {
  const first = random.below(editor.lineCount)
  const last = Math.min(editor.lineCount - 1, first + 1 + random.below(2))
  editor.selects(first, random.below(editor.sizeOf(first) + 1), random.below(editor.sizeOf(last) + 1), last)
  const words = editor.selectedText
  return editor.deletesSelection() ? `deletes ${JSON.stringify(words)}` : undefined
}

function removeLine({ editor, random }: Hand): string | undefined {
  if (editor.lineCount < 2) return undefined
  const at = random.below(editor.lineCount)
  const words = editor.lines[at]
  editor.removesLine(at)
  return `deletes the whole line ${at}: ${words}`
}

function restyle(hand: Hand): string | undefined {
  const { editor, random } = hand
  goSomewhere(hand)
  const kind: LineKind = random.pick(LINE_KINDS)
  const isDone = random.below(4) === 0 ? editor.does(toggleTask) : editor.does(setLineKind(kind))
  return isDone ? `makes ${said(hand)} a ${kind}` : undefined
}

function indent(hand: Hand): string | undefined {
  goSomewhere(hand)
  const isDone = hand.editor.does(hand.random.below(2) === 0 ? indentLine : outdentLine)
  return isDone ? `indents ${said(hand)}` : undefined
}

function mark(hand: Hand): string | undefined {
  const { editor, random } = hand
  selectWithin(hand, 8)
  const name = random.pick(['bold', 'italic', 'strike'] as const)
  return editor.marks(name) ? `makes ${editor.selectedText} ${name}` : undefined
}

function moveLine(hand: Hand): string | undefined {
  goSomewhere(hand)
  const at = said(hand)
  const by = hand.random.below(2) === 0 ? 1 : -1
  return hand.editor.movesLines(by) ? `moves ${at} ${by === 1 ? 'down' : 'up'}` : undefined
}

function paste(hand: Hand): string | undefined {
  const { editor, random, chronicle, page } = hand
  goSomewhere(hand)
  const pieces = Array.from({ length: 1 + random.below(4) }, () => chronicle.fresh(page.person.id, 1 + random.below(4)))
  const blocks = pieces.map((words) => line(random.pick(LINE_KINDS), words))
  return editor.pastes({ blocks }) ? `pastes ${pieces.join(' | ')} at ${said(hand)}` : undefined
}

function breakLine(hand: Hand): string | undefined {
  goSomewhere(hand)
  return hand.editor.breaksLine() ? `breaks ${said(hand)}` : undefined
}

/** Long enough that it is known when it comes back: see the decision page about authors. */
const KNOWN_AGAIN = 8

function cut(hand: Hand): string | undefined {
  const { editor, random, clipboard } = hand
  const at = random.below(editor.lineCount)
  const from = random.below(Math.max(1, editor.sizeOf(at) - KNOWN_AGAIN))
  editor.selects(at, from, from + KNOWN_AGAIN + random.below(6))
  const words = editor.selectedText
  if (words.length < KNOWN_AGAIN || words.includes('\n') || clipboard.words !== '') return undefined
  clipboard.words = words
  editor.pauses()
  return editor.deletesSelection() ? `cuts ${words}` : undefined
}

function pasteCut(hand: Hand): string | undefined {
  const { clipboard, editor } = hand
  const { words } = clipboard
  if (words === '') return undefined
  clipboard.words = ''
  // It has come back by itself, by undo or because somebody else had moved it: pasting would be copying.
  const text = editor.lines.join('')
  if ([...words].some((character) => character > '\u3000' && text.includes(character))) return undefined
  goSomewhere(hand)
  editor.pastes({ blocks: [line('text', words)] })
  return `pastes ${words} again, at ${said(hand)}`
}

function undo({ editor }: Hand): string {
  editor.undoes()
  return 'undoes'
}

function redo({ editor }: Hand): string {
  editor.redoes()
  return 'redoes'
}

function pause({ editor }: Hand): string {
  editor.pauses()
  return 'pauses'
}

function point({ page, random, chronicle }: Hand): string | undefined {
  const seen = [...visibleIn(page.doc.getXmlFragment(ROOT))].map(({ unit }) => unit)
  const mine = seen.filter((unit) => chronicle.of(unit)?.by === page.person.id)
  const unit = mine.at(-1 - random.below(3))
  if (unit === undefined) return undefined
  page.pointsAt(unit)
  return 'moves the caret'
}

/** A stock editor writes what our schema does not know. */
function writeStrangely({ page, random, chronicle }: Hand): string {
  const words = chronicle.fresh(page.person.id, 1 + random.below(6))
  const root = page.doc.getXmlFragment(ROOT)
  const heading = new Y.XmlElement(random.pick(['heading', 'blockquote', 'callout-box']))
  heading.insert(0, [new Y.XmlText(words)])
  root.insert(random.below(root.length + 1), [heading])
  return `writes ${words} in a ${heading.nodeName}`
}

function goSomewhere(hand: Hand): void {
  const { line: at, offset } = place(hand)
  hand.editor.selects(at, offset)
}

function selectWithin({ editor, random }: Hand, most: number): void {
  const at = random.below(editor.lineCount)
  const from = random.below(editor.sizeOf(at) + 1)
  editor.selects(at, from, from + 1 + random.below(most))
}

function said({ editor }: Hand): string {
  const { line: at, offset } = editor.caret
  return `line ${at} (${editor.lines[at]}), ${offset}`
}
