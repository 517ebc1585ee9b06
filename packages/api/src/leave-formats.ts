/** As much of a `Y.Doc` as is needed; this package does not depend on Yjs. */
type Tidied = {
  on(event: 'afterTransaction', hear: (transaction: { _needFormattingCleanup: boolean }) => void): unknown
}

/**
 * Keeps Yjs from tidying formats in this document after a change of somebody else. Yjs would delete marks (bold, italic) that have become
 * superfluous, by itself and in a change of its own: whoever may not write cannot tell the others of it, the log does not have it,
 * and words that come in between such marks later would look otherwise there than everywhere else (docs/decisions/0015). What a person
 * changes is tidied as ever. To be called before the first update is applied.
 */
export function leaveFormats<Doc extends Tidied>(doc: Doc): Doc {
  doc.on('afterTransaction', (transaction) => {
    // Yjs looks at this flag right after the event, and has no setting for it.
    transaction._needFormattingCleanup = false
  })
  return doc
}
