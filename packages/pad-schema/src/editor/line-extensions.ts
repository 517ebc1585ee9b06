import { FirstChange } from './first-change.ts'
import { ImageNode } from './image-node.ts'
import { KeptCaret } from './kept-caret.ts'
import { type AnyExtension, marksAndText } from './kit.ts'
import { LineClipboard, type PasteReaders } from './line-clipboard.ts'
import { LineEditing } from './line-editing.ts'
import { LineInputRules } from './line-input-rules.ts'
import { LineNode } from './line-node.ts'
import { LinePlaces } from './line-places-plugin.ts'
import { LineTexts } from './line-texts.ts'
import { OwnLinksOnly } from './own-links-only.ts'
import { RuleNode } from './rule-node.ts'
import { TableEditing } from './table-editing.ts'
import { TableCellNode, TableNode, TableRowNode } from './table-nodes.ts'
import { UnchangedLines } from './unchanged-lines.ts'
import { UndoPlaces } from './undo-places.ts'
import { UndoSelection } from './undo-selection.ts'

export type LineOptions = {
  /** Whether a click on a link opens it; off while one edits, unless the page wants otherwise. */
  openLinksOnClick?: boolean
  /** What reads pasted HTML and Markdown, once it is loaded (README.md, "Pasting"). */
  readers?: () => PasteReaders | undefined
  /** Told, in a sentence for the person, when something was too large to be pasted. */
  onPasteRefused?: (why: string) => void
}

/** The extensions that make a TipTap editor an editor of lines. Add Collaboration, carets and placeholders to taste. */
export function lineExtensions(options: LineOptions = {}): AnyExtension[] {
  const clipboard = LineClipboard.configure({
    readers: options.readers ?? (() => undefined),
    refused: options.onPasteRefused ?? (() => {}),
  })
  return [
    ...marksAndText(options.openLinksOnClick ?? false),
    LineNode,
    RuleNode,
    ImageNode,
    TableNode,
    TableRowNode,
    TableCellNode,
    LinePlaces,
    TableEditing,
    LineEditing,
    OwnLinksOnly,
    UnchangedLines,
    FirstChange,
    LineTexts,
    UndoPlaces,
    UndoSelection,
    KeptCaret,
    LineInputRules,
    clipboard,
  ]
}
