export { cleanText } from './clean-text.ts'
export type { Convention, DueDay, Label } from './conventions/convention.ts'
export { conventionAttributes } from './conventions/convention-attributes.ts'
export { dueDate } from './conventions/due-date.ts'
export { mentionOf } from './conventions/people-in-line.ts'
export { conventionText, recogniseConventions } from './conventions/recognise.ts'
export { sectionLabel } from './conventions/section-label.ts'
export { compareDocuments } from './differences/compare-documents.ts'
export type { Difference, LineChange, Piece, Share, Standing, Step, TableChange } from './differences/difference.ts'
export { differenceHtml } from './differences/difference-html.ts'
export { onlyBy, peopleOf } from './differences/only-by.ts'
export { standingsOf } from './differences/standings.ts'
export * from './document.ts'
export { insertBlock } from './editor/insert-block.ts'
export type { PasteReaders } from './editor/line-clipboard.ts'
export { indentLine, insertRule, outdentLine, setLineKind, toggleTask } from './editor/line-commands.ts'
export { type InsideLines, lineDecorations } from './editor/line-decorations.ts'
export { type LineOptions, lineExtensions } from './editor/line-extensions.ts'
export { LINE_SIGNS } from './editor/line-input-rules.ts'
export { shiftTab, tab } from './editor/line-keys.ts'
export { moveBlockTo, moveLines } from './editor/move-line.ts'
export { startOfBlock } from './editor/selected-lines.ts'
export {
  addColumnAfter,
  addColumnBefore,
  addRowAbove,
  addRowBelow,
  deleteColumn,
  deleteRow,
  deleteTable,
  insertTable,
  toggleHeaderRow,
} from './editor/table-commands.ts'
export { type TablePlace, tablePlace } from './editor/table-place.ts'
export { deleteLines, duplicateLines } from './editor/whole-lines.ts'
export { imageOf, isImageAddress, LONGEST_ALT, wordsForAlt } from './image.ts'
export { htmlToDocument } from './in/html.ts'
export { markdownToDocument } from './in/markdown.ts'
export { textToDocument } from './in/text.ts'
export { type LineShape, line, shapeOf } from './line.ts'
export { type BlockId, lineName, readLineName, textOfBlock, wordsOfName } from './line-name.ts'
export { type LinePlace, linePlaces } from './line-places.ts'
export { linksOf, withoutLinks, withoutLinksIn } from './links.ts'
export { countWords } from './out/count-words.ts'
export { documentToEditorHtml } from './out/editor-html.ts'
export { documentToHtml } from './out/html.ts'
export { documentToMarkdown } from './out/markdown.ts'
export { documentToReadingHtml, type ReadingLook } from './out/reading-html.ts'
export { documentToText, plainText } from './out/text.ts'
export { type WrittenWords, writtenBlockHtml } from './out/written-html.ts'
export { documentToProseMirrorJson, type NodeJson, proseMirrorJsonToDocument } from './prosemirror-json.ts'
export { safeHref } from './safe-href.ts'
export * from './schema-version.ts'
export { linesOf } from './table.ts'
export { type TracedBlock, traceBlocks, type WordsOrigin } from './yjs/document-origins.ts'
export type { As } from './yjs/fill-line.ts'
export { mendDocument, schemaCheck } from './yjs/mend-document.ts'
export {
  type Anchor,
  anchorBetween,
  type Passage,
  type PassagePart,
  passageOf,
  passagesOf,
  type TextPlace,
} from './yjs/passage.ts'
export { type AsIf, readAsIf } from './yjs/read-as-if.ts'
export { type IdentifiedBlock, readBlocks, readDocument } from './yjs/read-document.ts'
export { rewriteDocument } from './yjs/rewrite-document.ts'
export { type LineToTick, tickLine } from './yjs/tick-line.ts'
export { documentUpdate, writeDocument } from './yjs/write-document.ts'
