import type { Extension, Mark, Node } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { linkAttributes } from '../line-dom.ts'
import { safeHref } from '../safe-href.ts'

export type AnyExtension = Extension | Node | Mark

/** TipTap's text, hard break, marks and cursors. Its blocks, which replace each other, are not among them. */
export function marksAndText(openLinksOnClick: boolean): AnyExtension[] {
  return [
    Bold,
    Code.extend({ excludes: 'code' }),
    Document,
    Dropcursor,
    Gapcursor,
    HardBreak.extend({ renderHTML: () => ['br'] }),
    Italic,
    PlainLink.configure({
      openOnClick: openLinksOnClick,
      autolink: true,
      linkOnPaste: true,
      markdownLinks: true,
      defaultProtocol: 'https',
      isAllowedUri: (address) => safeHref(address) !== undefined,
    }),
    Strike,
    Text,
    Underline,
  ]
}

// A link is its address and nothing else, so that a stranger's target or class cannot come in, and what the server writes is
// exactly what the editor would have written.
const PlainLink = Link.extend({
  // Words typed right behind a link are no part of it. (With `autolink` on, TipTap would have them be.)
  inclusive: false,
  addAttributes: () => ({
    href: { default: null, parseHTML: (dom: HTMLElement) => safeHref(dom.getAttribute('href')) ?? null },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (dom: HTMLElement) => (safeHref(dom.getAttribute('href')) === undefined ? false : null),
    },
  ],
  renderHTML: ({ mark }) => ['a', linkAttributes(safeHref(mark.attrs.href) ?? ''), 0],
})
