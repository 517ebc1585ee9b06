import { Node } from '@tiptap/core'
import { FIGURE, imageAttributes } from '../block-dom.ts'
import type { Image } from '../document.ts'
import { imageOf } from '../image.ts'

/** An image that the pad keeps: a block of its own. Its address and size never change, its words do. */
export const ImageNode = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: false,

  addAttributes: () => ({
    src: { default: '', rendered: false },
    alt: { default: '', rendered: false },
    width: { default: 0, rendered: false },
    height: { default: 0, rendered: false },
  }),

  parseHTML: () => [{ tag: 'img[src]', getAttrs: (dom) => attributesIn(dom) ?? false }],

  renderHTML: ({ node }) => ['figure', FIGURE, ['img', imageAttributes(shown(node.attrs))]],
})

/** Whatever stands in the attributes: nothing is loaded from anywhere but our own pads. */
function shown(attributes: Record<string, unknown>): Omit<Image, 'type'> {
  return imageOf(attributes) ?? { src: '', alt: '', width: 0, height: 0 }
}

function attributesIn(dom: HTMLElement): Omit<Image, 'type'> | undefined {
  const [src, alt, width, height] = ['src', 'alt', 'width', 'height'].map((name) => dom.getAttribute(name))
  const image = imageOf({ src, alt, width, height })
  if (image === undefined) return undefined
  const { type: _, ...attributes } = image
  return attributes
}
