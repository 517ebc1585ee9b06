import { type CommandProps, Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { LineKind } from '../document.ts'
import { indentLine, insertRule, outdentLine, setLineKind, toggleTask } from './line-commands.ts'
import { backspace, enter, shiftTab, tab } from './line-keys.ts'
import { moveLines } from './move-line.ts'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lineEditing: {
      /** Makes the selected lines of a kind, or text again when they are all of that kind. */
      setLineKind: (kind: LineKind, level?: number) => ReturnType
      /** One level deeper; a heading one size smaller. */
      indentLine: () => ReturnType
      outdentLine: () => ReturnType
      /** Checks or unchecks the selected tasks. */
      toggleTask: () => ReturnType
      /** Puts a rule below the line of the caret. */
      insertRule: () => ReturnType
      /** Moves the selected lines past the one above. */
      moveLineUp: () => ReturnType
      moveLineDown: () => ReturnType
    }
  }
}

/** Commands and keys for lines. */
export const LineEditing = Extension.create({
  name: 'lineEditing',
  // Before the keys of TipTap itself.
  priority: 1001,

  addCommands() {
    const run =
      (command: Command) =>
      () =>
      ({ state, dispatch }: CommandProps) =>
        command(state, dispatch)
    return {
      setLineKind: (kind, level) => run(setLineKind(kind, level))(),
      indentLine: run(indentLine),
      outdentLine: run(outdentLine),
      toggleTask: run(toggleTask),
      insertRule: run(insertRule),
      moveLineUp: () => move(-1),
      moveLineDown: () => move(1),
    }
  },

  addKeyboardShortcuts() {
    const on = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    const kind = (name: LineKind, level?: number) => on(setLineKind(name, level))
    return {
      Enter: on(enter),
      Backspace: () => this.editor.commands.undoInputRule() || on(backspace)(),
      Tab: on(tab),
      'Shift-Tab': on(shiftTab),
      'Mod-Enter': on(toggleTask),
      'Alt-ArrowUp': () => this.editor.commands.moveLineUp(),
      'Alt-ArrowDown': () => this.editor.commands.moveLineDown(),
      'Mod-Alt-0': kind('text'),
      'Mod-Alt-1': kind('heading', 1),
      'Mod-Alt-2': kind('heading', 2),
      'Mod-Alt-3': kind('heading', 3),
      'Mod-Shift-7': kind('number'),
      'Mod-Shift-8': kind('bullet'),
      'Mod-Shift-9': kind('task'),
      'Mod-Shift-n': kind('number'),
      'Mod-Shift-l': kind('bullet'),
      'Mod-Shift-b': kind('quote'),
      'Mod-Alt-c': kind('code'),
    }
  },
})

// The move happens in Yjs and comes back from there, so the command's own transaction is not used.
function move(by: 1 | -1) {
  return ({ view, tr, dispatch }: Pick<CommandProps, 'view' | 'tr' | 'dispatch'>) => {
    tr.setMeta('preventDispatch', true)
    return dispatch === undefined || moveLines(view, by)
  }
}
