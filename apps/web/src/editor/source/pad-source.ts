import {
  type Block,
  documentToMarkdown,
  documentToText,
  type PadDocument,
  proseMirrorJsonToDocument,
} from '@forumpad/pad-schema'
import type { Editor } from '@tiptap/core'
import { applyEdits } from './apply-edits.ts'
import { lineEdits } from './line-edits.ts'
import { mergeTexts, placeAfter } from './merge-texts.ts'
import { sequenceDiff } from './sequence-diff.ts'

type ReadMarkdown = (text: string) => PadDocument

/** What came of putting the edits in. `words`: the line for which nothing was put in, as plain text. */
export type Applied = { is: 'in the pad' } | { is: 'no place'; words: string }

/** Where the source is shown and edited: a text field. */
export type SourceField = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd' | 'setSelectionRange'>

/** A pad as Markdown source in a text field. What others write comes into the field; what is edited there goes into the pad when it is told to. */
export class PadSource {
  readonly #editor: Editor
  readonly #field: SourceField
  /** The Markdown of the pad as it was seen last. */
  #pad: string

  constructor(editor: Editor, field: SourceField) {
    this.#editor = editor
    this.#field = field
    this.#pad = documentToMarkdown(documentOf(editor))
    field.value = this.#pad
    field.setSelectionRange(0, 0)
  }

  get isEdited(): boolean {
    return this.#field.value !== this.#pad
  }

  /** The lines that were written in the field and are not in the pad, for copying. */
  get linesNotInPad(): string[] {
    const written = this.#field.value.split('\n')
    return sequenceDiff(this.#pad.split('\n'), written)
      .flatMap(({ start, end }) => written.slice(start, end))
      .filter((line) => line.trim() !== '')
  }

  /** Brings what others have written into the field. What was edited there stays, also in the same line. */
  follow(): void {
    const now = documentToMarkdown(documentOf(this.#editor))
    if (now === this.#pad) return
    const merged = mergeTexts(this.#pad, this.#field.value, now)
    this.#pad = now
    this.#show(merged)
  }

  /** Writes what was edited into the pad, all or nothing: the field keeps what cannot be put in. Lines that were not edited are not touched. */
  apply(read: ReadMarkdown): Applied {
    this.follow()
    if (!this.isEdited) return { is: 'in the pad' }
    const { blocks } = documentOf(this.#editor)
    const found = lineEdits(blocks, read(this.#pad).blocks, read(this.#field.value).blocks)
    if (found.is === 'no place') return { is: 'no place', words: wordsOf(found.block) }
    applyEdits(this.#editor, found.edits)
    this.leave()
    return { is: 'in the pad' }
  }

  /** Shows the pad as it is, whatever was edited. */
  leave(): void {
    this.#pad = documentToMarkdown(documentOf(this.#editor))
    this.#show(this.#pad)
  }

  #show(text: string): void {
    const { value, selectionStart, selectionEnd } = this.#field
    if (value === text) return
    const [from, to] = [placeAfter(value, text, selectionStart), placeAfter(value, text, selectionEnd)]
    this.#field.value = text
    this.#field.setSelectionRange(from, to)
  }
}

const documentOf = (editor: Editor): PadDocument => proseMirrorJsonToDocument(editor.state.doc.toJSON())

const wordsOf = (block: Block): string => documentToText({ blocks: [block] }).trim()
