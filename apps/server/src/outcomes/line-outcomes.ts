import type { OutcomeKind } from '@forumpad/api'
import {
  type Convention,
  conventionText,
  type DueDay,
  type Label,
  type Line,
  recogniseConventions,
} from '@forumpad/pad-schema'
import { ownersOf } from './owners.ts'

/** What a line says, before anybody knows on which day it was written. */
export type LineOutcome = {
  kind: OutcomeKind
  text: string
  people: string[]
  due: DueDay | null
  tags: string[]
  done: boolean | null
  box: boolean
}

/** A stretch of a line that begins with a mark and goes on until the next. `at` is where its words begin. */
type Passage = { kind: 'action' | 'decision' | 'question'; at: number; to: number; isFirst: boolean }

/** Nobody writes an outcome in more words; what stands behind is left out. */
const LONGEST = 600
/** Nobody writes minutes in longer lines; conventions are not looked for behind that either. */
const LONGEST_LINE = 20_000

const KIND_OF: Partial<Record<Label, Passage['kind']>> = {
  action: 'action',
  decision: 'decision',
  question: 'question',
}

/**
 * The outcomes that one line marks: by `ACTION:` and its kin, several if it holds several; by being a task; or by standing as a list
 * line under a heading such as "Decisions".
 *
 * @param section what list lines are where the line stands
 */
export function lineOutcomes(line: Line, section: Label | null): LineOutcome[] {
  const conventions = recogniseConventions(conventionText(line.content), line.kind)
  const words = wordsOf(line)
  const tags = [...new Set(conventions.flatMap((each) => (each.is === 'hashtag' ? [each.tag] : [])))]
  const passages = passagesOf(line, words, conventions, section)
  const found = passages.map(({ kind, at, to, isFirst }): LineOutcome => {
    const inside = conventions.filter((each) => each.from >= at && each.to <= to)
    const due = inside.find((each) => each.is === 'due')
    return {
      kind,
      text: told(words, at, to),
      people: ownersOf(inside, words, at),
      due: due?.day ?? null,
      tags,
      done: kind === 'decision' ? null : line.checked === true,
      box: isFirst && canBeTicked(line, kind),
    }
  })
  const spoken = found.filter(({ text }) => text !== '')
  if (spoken.length > 0 || tags.length === 0) return spoken
  return [{ kind: 'hashtag', text: told(words, 0, words.length), people: [], due: null, tags, done: null, box: false }]
}

/** Whether a line can be ticked: a task, or an action that becomes one without changing what stands around it. */
function canBeTicked({ kind }: Pick<Line, 'kind'>, outcome: OutcomeKind): boolean {
  if (kind === 'task') return outcome === 'action' || outcome === 'question'
  return outcome === 'action' && (kind === 'text' || kind === 'bullet')
}

/** The words as they are read, of the same length as those in which conventions are looked for. */
function wordsOf({ content }: Line): string {
  const words = content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
  return words.slice(0, LONGEST_LINE)
}

function passagesOf(line: Line, words: string, found: readonly Convention[], section: Label | null): Passage[] {
  const labels = found.filter((each) => each.is === 'label')
  const passages = labels.flatMap(({ label, from, to: at }, index): Passage[] => {
    const kind = KIND_OF[label]
    if (kind === undefined) return []
    const isFirst = index === 0 && (line.kind === 'task' || isBeginning(found, words, from))
    return [{ kind, at, to: labels[index + 1]?.from ?? words.length, isFirst }]
  })
  if (passages.length > 0) return passages
  const whole = { at: labels[0]?.to ?? 0, to: words.length, isFirst: true }
  const ofSection = section !== null && labels.length === 0 && isListed(line) ? KIND_OF[section] : undefined
  if (ofSection !== undefined) return [{ kind: ofSection, ...whole }]
  return line.kind === 'task' ? [{ kind: 'action', ...whole }] : []
}

const isListed = ({ kind }: Line): boolean => kind === 'bullet' || kind === 'number' || kind === 'task'

/** Whether nothing but whoever spoke, and a bracket, stands before a place. */
function isBeginning(found: readonly Convention[], words: string, place: number): boolean {
  const speaker = found.find((each) => each.is === 'speaker')
  return /^\s*[[(]?$/.test(words.slice(speaker !== undefined && speaker.to <= place ? speaker.to : 0, place))
}

/** The words of a passage as a sentence of their own: without what only tied it to its neighbours. */
function told(words: string, at: number, to: number): string {
  const passage = words.slice(at, to).replace(/\s+/g, ' ').trim()
  const bare = passage.replace(/\s[-–—[(]$/, '').trim()
  const open = /^[\])]/.test(bare.slice(-1)) && !/[[(]/.test(bare) ? bare.slice(0, -1) : bare
  return open.length <= LONGEST ? open : `${open.slice(0, LONGEST).replace(/\p{Surrogate}$/u, '')}…`
}
