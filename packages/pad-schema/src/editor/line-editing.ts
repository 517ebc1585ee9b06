import { type CommandProps, Extension } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { LineKind } from '../document.ts'
import { indentLine, insertRule, outdentLine, setLineKind, toggleTask } from './line-commands.ts'
import { backspace, enter, shiftTab, tab } from './line-keys.ts'
import { moveLines } from './move-line.ts'
import { deleteLines, duplicateLines } from './whole-lines.ts'

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
      /** Writes the selected lines once more below themselves. */
      duplicateLines: () => ReturnType
      /** Deletes the selected lines whole. */
      deleteLines: () => ReturnType
    }
  }
}

/** Commands for lines, and the keys without which lines cannot be written. What else has a key, the page says. */
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
      duplicateLines: run(duplicateLines),
      deleteLines: run(deleteLines),
    }
  },

  addKeyboardShortcuts() {
    const on = (command: Command) => () => command(this.editor.state, this.editor.view.dispatch)
    return {
      Enter: on(enter),
      Backspace: () => this.editor.commands.undoInputRule() || on(backspace)(),
      Tab: on(tab),
      'Shift-Tab': on(shiftTab),
      'Mod-Enter': on(toggleTask),
      'Alt-ArrowUp': () => this.editor.commands.moveLineUp(),
      'Alt-ArrowDown': () => this.editor.commands.moveLineDown(),
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
