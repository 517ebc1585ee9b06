import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, type DecorationAttrs, DecorationSet } from '@tiptap/pm/view'
import type { Say } from '../../languages/words.ts'

/** Whether an address leads nowhere for whoever looks at this page; null: all of them lead somewhere. */
export type IsHeld = ((href: string) => boolean) | null

type State = { isHeld: IsHeld; decorations: DecorationSet }

const key = new PluginKey<State>('heldLinks')

/** Shows held links as what they are, and lets nobody follow them. It only decorates: the text stays as it is. */
export const HeldLinks = Extension.create<{ say: Say }>({
  name: 'heldLinks',
  // Before the links themselves are asked what a click does.
  priority: 2000,
  addOptions: () => ({ say: (sentence) => sentence }),
  addProseMirrorPlugins() {
    const { say } = this.options
    const looks = {
      class: 'held-link',
      title: say('Link held until a moderator lets it through'),
      'data-held': say('held'),
    }
    return [
      new Plugin<State>({
        key,
        state: {
          init: () => ({ isHeld: null, decorations: DecorationSet.empty }),
          apply(transaction, before) {
            const told: { isHeld: IsHeld } | undefined = transaction.getMeta(key)
            if (told === undefined && (before.isHeld === null || !transaction.docChanged)) return before
            const isHeld = told === undefined ? before.isHeld : told.isHeld
            return { isHeld, decorations: drawn(transaction.doc, isHeld, looks) }
          },
        },
        props: {
          decorations: (state) => key.getState(state)?.decorations,
          handleClick: (view, _, event) => isHeldAt(view.state, event),
          handleDOMEvents: { click: leadNowhere, auxclick: leadNowhere },
        },
      }),
    ]
  },
})

/** Which links lead nowhere from now on. */
export function holdLinks(editor: Editor, isHeld: IsHeld): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, { isHeld }).setMeta('addToHistory', false))
}

/** Whether whoever looks at this page may follow a link to an address. */
export const mayFollow = ({ state }: Editor, href: string): boolean => key.getState(state)?.isHeld?.(href) !== true

function leadNowhere({ state }: { state: EditorState }, event: MouseEvent): boolean {
  if (!isHeldAt(state, event)) return false
  event.preventDefault()
  return true
}

function isHeldAt(state: EditorState, { target }: MouseEvent): boolean {
  const link = target instanceof Element ? target.closest('a') : null
  return link !== null && key.getState(state)?.isHeld?.(link.getAttribute('href') ?? '') === true
}

type PlacedLink = { from: number; to: number; href: string }

// A block that did not change is the same node.
const known = new WeakMap<Node, PlacedLink[]>()

function linksIn(block: Node): PlacedLink[] {
  const before = known.get(block)
  if (before) return before
  const links: PlacedLink[] = []
  block.descendants((node, pos) => {
    const href = node.marks.find(({ type }) => type.name === 'link')?.attrs.href
    if (node.isText && typeof href === 'string') links.push({ from: pos, to: pos + node.nodeSize, href })
  })
  known.set(block, links)
  return links
}

function drawn(doc: Node, isHeld: IsHeld, looks: DecorationAttrs): DecorationSet {
  if (isHeld === null) return DecorationSet.empty
  const decorations: Decoration[] = []
  doc.forEach((block, offset) => {
    for (const { from, to, href } of linksIn(block))
      if (isHeld(href)) decorations.push(Decoration.inline(offset + 1 + from, offset + 1 + to, looks))
  })
  return DecorationSet.create(doc, decorations)
}
