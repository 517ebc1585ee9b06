import type { Schema } from '@tiptap/pm/model'
import { EditorState, type Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * As much of ProseMirror's view as plugins need that draw nothing: a state, transactions, and plugin views that are told of each. The binding of
 * y-tiptap runs on it unchanged, some fifty times faster than in a simulated browser.
 */
export class HeadlessView {
  state: EditorState
  #views: PluginView[] = []

  constructor(schema: Schema, plugins: readonly Plugin[]) {
    this.state = EditorState.create({ schema, plugins: [...plugins] })
    // As in ProseMirror: what a plugin's view changes at its birth, those born before it hear of.
    for (const { spec } of plugins) {
      const view = spec.view?.(this.asView)
      if (view) this.#views.push(view)
    }
  }

  /** Plugins and commands that draw nothing use no more of a view than there is here. */
  get asView(): EditorView {
    return this as unknown as EditorView
  }

  readonly dispatch = (transaction: Transaction): void => {
    const before = this.state
    this.state = before.apply(transaction)
    for (const view of this.#views) view.update?.(this.asView, before)
  }

  hasFocus(): boolean {
    return false
  }

  destroy(): void {
    for (const view of this.#views) view.destroy?.()
    this.#views = []
  }
}
