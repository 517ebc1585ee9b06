import { Extension } from '@tiptap/core'
import { DOMSerializer, type Fragment, type Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { PadDocument } from '../document.ts'
import { withLinks } from '../in/linked-text.ts'
import { looksLikeMarkdown } from '../in/looks-like-markdown.ts'
import { tabSeparatedToDocument } from '../in/tab-separated.ts'
import { textToDocument } from '../in/text.ts'
import { documentToEditorHtml } from '../out/editor-html.ts'
import { documentToHtml } from '../out/html.ts'
import { inlineHtml } from '../out/inline-html.ts'
import { documentToMarkdown } from '../out/markdown.ts'
import { plainText } from '../out/text.ts'
import { type NodeJson, proseMirrorJsonToDocument } from '../prosemirror-json.ts'
import { mapLines } from '../table.ts'
import { pasteDocument } from './paste-document.ts'
import { LONGEST_ADDRESS, tooLarge, tooManyCells, tooManyPieces, withinReason } from './paste-limits.ts'
import { selectedLines } from './selected-lines.ts'

/** What turns pasted HTML and Markdown into lines: the exports of `@forumpad/pad-schema/readers`. */
export type PasteReaders = {
  htmlToDocument: (html: string) => PadDocument
  markdownToDocument: (text: string) => PadDocument
}

export type ClipboardOptions = {
  /** The readers once they are loaded. Until then paragraphs and plain text can be pasted. */
  readers: () => PasteReaders | undefined
  /** Told, in a sentence for the person, when something was too large to be pasted. */
  refused: (why: string) => void
}

/** Pasting from anywhere gives lines; copying gives nested HTML and Markdown. */
export const LineClipboard = Extension.create<ClipboardOptions>({
  name: 'lineClipboard',
  addOptions: () => ({ readers: () => undefined, refused: () => {} }),
  addProseMirrorPlugins() {
    const { readers, refused } = this.options
    return [
      new Plugin({
        key: new PluginKey('lineClipboard'),
        props: {
          handlePaste: (view, event) => paste(view, event.clipboardData, readers(), refused),
          handleDOMEvents: {
            // Before the editor reads what is dropped.
            drop(view, event) {
              const why = view.dragging ? null : tooLarge(event.dataTransfer?.getData('text/plain') ?? '')
              if (why === null) return false
              event.preventDefault()
              refused(why)
              return true
            },
          },
          // For what is dropped from elsewhere.
          transformPastedHTML: (html) => {
            const loaded = readers()
            return loaded === undefined ? html : documentToEditorHtml(loaded.htmlToDocument(html))
          },
          clipboardTextSerializer: ({ content }) => copiedText(documentOf(content)),
          clipboardSerializer: new LineSerializer(this.editor.schema),
        },
      }),
    ]
  },
})

function paste(
  view: EditorView,
  data: DataTransfer | null,
  readers: PasteReaders | undefined,
  refused: (why: string) => void,
): boolean {
  if (data === null) return false
  const text = data.getData('text/plain')
  const html = withinReason(data.getData('text/html'), text)
  const isAddress = /^\s*https?:\/\/\S+\s*$/i.test(text.slice(0, LONGEST_ADDRESS))
  // An address pasted over words makes them a link: TipTap's link does that.
  if ((html === '' && text === '') || (isAddress && !view.state.selection.empty)) return false
  const why = tooLarge(text) ?? tooManyCells(html, text)
  const document = why === null ? read(view, html, text, readers) : undefined
  const tooMany = why ?? (document === undefined ? null : tooManyPieces(document))
  if (tooMany !== null) {
    refused(tooMany)
    return true
  }
  return document !== undefined && pasteDocument(view, document)
}

function read(
  view: EditorView,
  html: string,
  text: string,
  readers: PasteReaders | undefined,
): PadDocument | undefined {
  const inCode = selectedLines(view.state)[0]?.shape.kind === 'code'
  if (inCode && text !== '') return asCode(textToDocument(text))
  if (html !== '' && readers === undefined) return undefined
  const read = html === '' ? undefined : readers?.htmlToDocument(html)
  if (read !== undefined && (read.blocks.length > 0 || text === '')) return read
  const cells = tabSeparatedToDocument(text)
  if (cells !== undefined) return cells
  return readers !== undefined && looksLikeMarkdown(text)
    ? readers.markdownToDocument(text)
    : withLinks(textToDocument(text))
}

const asCode = (document: PadDocument): PadDocument =>
  mapLines(document, (each) => ({ ...each, kind: 'code' as const, level: 0 }))

function documentOf(copied: Fragment): PadDocument {
  const content = withoutTable(copied)
  const nodes = (content.toJSON() ?? []) as NodeJson[]
  return proseMirrorJsonToDocument({ type: 'doc', content: inBlocks(nodes, content.firstChild?.type.name) })
}

/** What was copied out of one cell, without the table around it. */
function withoutTable(content: Fragment): Fragment {
  const only = content.childCount === 1 ? content.firstChild : null
  const isAround = only?.childCount === 1 && /^table/.test(only.type.name)
  return isAround ? withoutTable(only.content) : content
}

/** Parts of a line or of a table, as the block that they were in. */
function inBlocks(nodes: NodeJson[], first: string | undefined): NodeJson[] {
  if (first === 'text' || first === 'hardBreak') return [{ type: 'paragraph', content: nodes }]
  if (first === 'tableRow') return [{ type: 'table', content: nodes }]
  const isOneCell = first === 'tableCell' && nodes.length === 1
  return first === 'tableCell' && !isOneCell ? inBlocks([{ type: 'tableRow', content: nodes }], 'tableRow') : nodes
}

/** Words out of one line are words; several lines are Markdown. */
function copiedText(document: PadDocument): string {
  const [only, ...others] = document.blocks
  if (only?.type === 'paragraph' && others.length === 0) return plainText(only.content)
  return documentToMarkdown(document).trimEnd()
}

class LineSerializer extends DOMSerializer {
  constructor(schema: Schema) {
    super(DOMSerializer.nodesFromSchema(schema), DOMSerializer.marksFromSchema(schema))
  }

  override serializeFragment(
    fragment: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ) {
    const template = (options.document ?? document).createElement('template')
    template.innerHTML = copiedHtml(documentOf(fragment))
    if (target === undefined) return template.content
    target.append(template.content)
    return target
  }
}

function copiedHtml(document: PadDocument): string {
  const [only, ...others] = document.blocks
  // A span, because ProseMirror notes on the first element what it copied.
  if (only?.type === 'paragraph' && others.length === 0) return `<span>${inlineHtml(only.content)}</span>`
  return documentToHtml(document)
}
