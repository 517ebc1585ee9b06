import type { Extension, Mark, Node } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { linkAttributes } from '../line-dom.ts'
import { safeHref } from '../safe-href.ts'

/** What is taken of TipTap's starter kit: text, hard break, marks and cursors; its blocks, which replace each other, are off. */
export function starterKit(openLinksOnClick: boolean) {
  return StarterKit.extend({
    addExtensions() {
      return (this.parent?.() ?? []).map((extension) => {
        if (extension.name === 'link') return plainLink(extension as Mark)
        if (extension.name === 'code') return (extension as Mark).extend({ excludes: 'code' })
        if (extension.name === 'hardBreak') return plainBreak(extension as Node)
        return extension
      })
    },
  }).configure({
    undoRedo: false,
    heading: false,
    bulletList: false,
    orderedList: false,
    listItem: false,
    listKeymap: false,
    blockquote: false,
    codeBlock: false,
    horizontalRule: false,
    paragraph: false,
    trailingNode: false,
    link: {
      openOnClick: openLinksOnClick,
      autolink: true,
      linkOnPaste: true,
      markdownLinks: true,
      defaultProtocol: 'https',
      isAllowedUri: (address) => safeHref(address) !== undefined,
    },
  })
}

// A link is its address and nothing else, so that a stranger's target or class cannot come in, and what the server writes is
// exactly what the editor would have written.
function plainLink(link: Mark): Mark {
  return link.extend({
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
}

function plainBreak(hardBreak: Node): Node {
  return hardBreak.extend({ renderHTML: () => ['br'] })
}

export type AnyExtension = Extension | Node | Mark
