import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { type Match, matchFinder, type Query } from './matches.ts'

/** What is being looked for, and which of its places is the one that "next" goes on from. */
export type Finding = { query: Query; matches: Match[]; current: number }

type State = Finding & { find: (doc: Node) => Match[]; decorations: DecorationSet }
type Step =
  | { is: 'seeks'; query: Query }
  | { is: 'goes'; to: number }
  | { is: 'replaced'; upTo: number }
  | { is: 'ends' }

const key = new PluginKey<State | null>('find')

/** Marks the places of the words that are sought. It only decorates: nothing moves and nothing is written. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins: () => [
    new Plugin<State | null>({
      key,
      state: { init: () => null, apply: next },
      props: { decorations: (state) => key.getState(state)?.decorations },
    }),
  ],
})

export const findingOf = (state: EditorState): Finding | null => key.getState(state) ?? null

/** Looks for something, from the caret on. */
export function seek(editor: Editor, query: Query): void {
  step(editor, { is: 'seeks', query })
}

/** The next place, or the one before; round the ends. Gives the place. */
export function goOn(editor: Editor, by: 1 | -1): Match | undefined {
  const finding = findingOf(editor.state)
  if (finding === null || finding.matches.length === 0) return undefined
  const { matches, current } = finding
  step(editor, { is: 'goes', to: (current + by + matches.length) % matches.length })
  return currentMatch(editor)
}

export function currentMatch(editor: Editor): Match | undefined {
  const finding = findingOf(editor.state)
  return finding?.matches[finding.current]
}

/** Ends the search; the place it had come to is selected. */
export function endFinding(editor: Editor): void {
  const match = currentMatch(editor)
  const { tr, doc } = editor.state
  if (match !== undefined) tr.setSelection(TextSelection.create(doc, match.from, match.to))
  editor.view.dispatch(tr.setMeta(key, { is: 'ends' } satisfies Step))
}

/** Writes other words in the current place and goes on. */
export function replaceCurrent(editor: Editor, words: string): void {
  const match = currentMatch(editor)
  if (match === undefined) return
  const { tr } = editor.state
  write(tr, match, words)
  // Words that hold what is sought are not replaced again.
  editor.view.dispatch(tr.setMeta(key, { is: 'replaced', upTo: match.from + words.length } satisfies Step))
}

/** Writes other words in all places, as one change. Says in how many. */
export function replaceAll(editor: Editor, words: string): number {
  const { matches = [] } = findingOf(editor.state) ?? {}
  const { tr } = editor.state
  for (const match of matches.toReversed()) write(tr, match, words)
  if (tr.docChanged) editor.view.dispatch(tr)
  return matches.length
}

function write(transaction: Transaction, { from, to }: Match, words: string): void {
  const { schema } = transaction.doc.type
  if (words === '') transaction.delete(from, to)
  else transaction.replaceWith(from, to, schema.text(words, transaction.doc.resolve(from + 1).marks()))
}

function step(editor: Editor, meta: Step): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, meta))
}

function next(transaction: Transaction, before: State | null, _old: EditorState, { doc, selection }: EditorState) {
  const meta: Step | undefined = transaction.getMeta(key)
  if (meta?.is === 'ends') return null
  if (meta?.is === 'seeks') {
    const find = matchFinder(meta.query)
    const matches = find(doc)
    return drawn(doc, { query: meta.query, find, matches, current: firstFrom(matches, selection.from) })
  }
  if (before === null) return null
  if (meta?.is === 'goes') return drawn(doc, { ...before, current: meta.to })
  if (!transaction.docChanged) return before
  const matches = before.find(doc)
  const current = meta?.is === 'replaced' ? firstFrom(matches, meta.upTo) : stays(before, matches, transaction)
  return drawn(doc, { ...before, matches, current })
}

function drawn(doc: Node, state: Omit<State, 'decorations'>): State {
  const decorations = state.matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === state.current ? 'found found-current' : 'found' }),
  )
  return { ...state, decorations: DecorationSet.create(doc, decorations) }
}

const firstFrom = (matches: readonly Match[], position: number): number =>
  Math.max(
    0,
    matches.findIndex(({ from }) => from >= position),
  )

/** The same place as before, where the text around it changed. */
function stays({ matches: old, current }: Finding, matches: readonly Match[], { before, doc }: Transaction): number {
  const was = old[current]?.from ?? 0
  // Others' changes replace the whole document, so places are told by what differs at its two ends.
  const start = before.content.findDiffStart(doc.content)
  const by = start !== null && start <= was ? doc.content.size - before.content.size : 0
  return Math.min(firstFrom(matches, was + by), Math.max(0, matches.length - 1))
}
