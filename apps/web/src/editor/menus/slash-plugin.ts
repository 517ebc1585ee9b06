import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ENGLISH, type Say } from '../../languages/words.ts'
import type { Action } from '../editing/action.ts'
import { itemsAt, slashItems } from './slash-items.ts'

/** The open menu: what was typed after the slash, how far before the caret the slash stands, which item is chosen. */
export type Slash = { typed: string; length: number; items: readonly Action[]; chosen: number }

type Step = { is: 'opens' } | { is: 'closes' } | { is: 'chooses'; index: number }

const key = new PluginKey<Slash | null>('slashMenu')

/** Watches for a slash at the beginning of a line or of a word. In code a slash is a slash. */
export const SlashMenu = Extension.create<{ say: Say }>({
  name: 'slashMenu',
  addOptions: () => ({ say: ENGLISH.say }),
  // Its keys come before everything while it is open.
  priority: 1200,
  addProseMirrorPlugins() {
    const { editor } = this
    const { say } = this.options
    return [
      new Plugin<Slash | null>({
        key,
        state: { init: () => null, apply: (transaction, before, _old, state) => next(transaction, before, state, say) },
        props: {
          handleTextInput(view, from, to, text) {
            if (text !== '/' || from !== to || !mayOpen(view.state)) return false
            view.dispatch(
              view.state.tr
                .insertText('/')
                .setMeta(key, { is: 'opens' } satisfies Step)
                .scrollIntoView(),
            )
            return true
          },
          handleKeyDown: (view, event) => {
            const slash = slashOf(view.state)
            return slash !== null && !event.isComposing && pressed(editor, slash, event)
          },
          handleDOMEvents: { blur: () => void closeSlash(editor) },
          // A screen reader hears the chosen item while the caret stays in the text.
          attributes: (state): Record<string, string> => {
            const slash = slashOf(state)
            if (slash === null) return {}
            const chosen = slash.items[slash.chosen]?.id ?? ''
            return {
              'aria-haspopup': 'listbox',
              'aria-controls': SLASH_LIST,
              'aria-activedescendant': optionId(chosen),
            }
          },
        },
      }),
    ]
  },
})

/** The list's element, and those of its items. */
export const SLASH_LIST = 'slash-menu'
export const optionId = (action: string): string => `${SLASH_LIST}-${action}`

export const slashOf = (state: EditorState): Slash | null => key.getState(state) ?? null

/** Writes a slash for those who have no such key at hand. In code it does nothing. */
export function openSlash(editor: Editor): boolean {
  const { $from, from, to } = editor.state.selection
  if (!$from.parent.isTextblock || $from.parent.attrs.kind === 'code') return false
  const { tr } = editor.state
  const gap = $from.parentOffset > 0 && !/\s$/.test($from.parent.textBetween(0, $from.parentOffset, null, '\n'))
  editor.view.dispatch(tr.insertText(gap ? ' /' : '/', from, to).setMeta(key, { is: 'opens' } satisfies Step))
  editor.view.focus()
  return true
}

/** Leaves what was typed as it is. */
export function closeSlash(editor: Editor): void {
  if (slashOf(editor.state) !== null) step(editor, { is: 'closes' })
}

/** Takes the slash and the words after it away and does what was chosen. */
export function pick(editor: Editor, action: Action): void {
  const { state, view } = editor
  const slash = slashOf(state)
  if (slash === null) return
  const { head } = state.selection
  view.dispatch(state.tr.delete(head - slash.length, head).setMeta(key, { is: 'closes' } satisfies Step))
  // A heading that is to be a heading stays one.
  if (action.isOn?.(editor) !== true) action.run(editor)
}

function step(editor: Editor, meta: Step): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, meta))
}

function mayOpen({ selection: { $from, empty } }: EditorState): boolean {
  const { parent, parentOffset } = $from
  if (!empty || !parent.isTextblock || parent.attrs.kind === 'code') return false
  if ($from.marks().some(({ type }) => type.name === 'code' || type.name === 'link')) return false
  return /(?:^|\s)$/.test(parent.textBetween(Math.max(0, parentOffset - 1), parentOffset, null, '\n'))
}

function next(transaction: Transaction, before: Slash | null, state: EditorState, say: Say): Slash | null {
  const meta: Step | undefined = transaction.getMeta(key)
  if (meta?.is === 'opens') return { typed: '', length: 1, items: itemsAt(state), chosen: 0 }
  if (before === null || meta?.is === 'closes') return null
  if (meta?.is === 'chooses') return { ...before, chosen: meta.index }
  return follow(transaction, before, state, say)
}

// The menu is found again from the caret, because a change by others comes as a change of the whole document.
function follow(transaction: Transaction, before: Slash, state: EditorState, say: Say): Slash | null {
  const { $from, empty } = state.selection
  if (!empty || !$from.parent.isTextblock) return null
  if (!transaction.docChanged && !transaction.selectionSet) return before
  const text = $from.parent.textBetween(0, $from.parentOffset, null, '\n')
  const at = transaction.docChanged ? text.lastIndexOf('/') : text.length - before.length
  if (at < 0 || text[at] !== '/') return null
  const typed = text.slice(at + 1)
  if (/^\s/.test(typed)) return null
  if (typed === before.typed) return before
  const items = slashItems(typed, itemsAt(state), say)
  return items.length === 0 ? null : { typed, length: typed.length + 1, items, chosen: 0 }
}

function pressed(editor: Editor, { items, chosen }: Slash, { key: name }: KeyboardEvent): boolean {
  const chooses = (index: number) => step(editor, { is: 'chooses', index: (index + items.length) % items.length })
  switch (name) {
    case 'ArrowDown':
      chooses(chosen + 1)
      return true
    case 'ArrowUp':
      chooses(chosen - 1)
      return true
    case 'Enter':
    case 'Tab': {
      const action = items[chosen]
      if (action !== undefined) pick(editor, action)
      return true
    }
    case 'Escape':
      closeSlash(editor)
      return true
    default:
      return false
  }
}
