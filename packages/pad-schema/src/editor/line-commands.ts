import type { Command } from '@tiptap/pm/state'
import type { LineKind } from '../document.ts'
import { MAX_INDENT } from '../document.ts'
import { clamp, isListKind, type LineShape, MAX_HEADING } from '../line.ts'
import { insertBlock } from './insert-block.ts'
import { reshape, selectedLines, shapeAs } from './selected-lines.ts'

/**
 * Makes the selected lines of a kind, or text again when all of them are of that kind already. `level` is that of a heading (1 if not given),
 * else the indent; without it, entries keep theirs when they change from one list to another.
 */
export function setLineKind(kind: LineKind, level?: number): Command {
  return (state, dispatch) => {
    const lines = selectedLines(state)
    if (lines.length === 0) return false
    const target = ({ shape }: { shape: LineShape }) => level ?? levelFor(kind, shape)
    const isOff =
      kind !== 'text' && lines.every((line) => line.shape.kind === kind && line.shape.level === target(line))
    const { tr: transaction } = state
    for (const line of lines) {
      reshape(transaction, line, isOff ? shapeAs('text', 0, line.shape) : shapeAs(kind, target(line), line.shape))
    }
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

function levelFor(kind: LineKind, before: LineShape): number {
  if (kind === 'heading') return before.kind === 'heading' ? before.level : 1
  if (kind === 'text' || kind === 'code') return 0
  return kind === before.kind || (isListKind(kind) && before.kind !== 'heading') ? before.level : 0
}

/** One level deeper (or, for a heading, smaller). Does nothing, and says so, where no line can go deeper. */
export const indentLine: Command = (state, dispatch) => shift(1)(state, dispatch)

/** One level up. */
export const outdentLine: Command = (state, dispatch) => shift(-1)(state, dispatch)

function shift(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { tr: transaction } = state
    for (const line of selectedLines(state)) {
      if (line.shape.kind !== 'code') reshape(transaction, line, { level: shifted(line.shape, by) })
    }
    if (!transaction.docChanged) return false
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

function shifted({ kind, level }: LineShape, by: number): number {
  return kind === 'heading' ? clamp(level + by, 1, MAX_HEADING) : clamp(level + by, 0, MAX_INDENT)
}

/** Checks the selected tasks, or unchecks them when all are checked. Says no where there is no task. */
export const toggleTask: Command = (state, dispatch) => {
  const tasks = selectedLines(state).filter(({ shape }) => shape.kind === 'task')
  if (tasks.length === 0) return false
  const checked = !tasks.every(({ shape }) => shape.checked === true)
  const { tr: transaction } = state
  for (const task of tasks) reshape(transaction, task, { checked })
  dispatch?.(transaction)
  return true
}

/** Puts a rule below the line of the caret; an empty line makes room for it and goes on below. */
export const insertRule: Command = (state, dispatch) => {
  const { tr: transaction } = state
  if (!insertBlock(transaction, state.schema.node('rule'))) return false
  dispatch?.(transaction.scrollIntoView())
  return true
}
