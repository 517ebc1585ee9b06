import type { Image } from './document.ts'

/*
 * The elements of tables and images: the same in the editor and in the server's HTML. A table stands in two boxes: the outer one is
 * the block, with room for what is drawn beside it; in the inner one a wide table scrolls.
 */

export const tableAttributes = (header: boolean): Record<string, string> => ({
  'data-table': '',
  ...(header ? { 'data-header': 'true' } : {}),
})

export const SCROLL_BOX = { 'data-scroll': '' }

/** A cell that names its column. It is no `<th>`, because naming columns must not draw the cells anew. */
export const COLUMN_HEADER = { role: 'columnheader' }

export const FIGURE = { 'data-image': '' }

/** The size keeps the place free while the picture loads. */
export function imageAttributes({ src, alt, width, height }: Omit<Image, 'type'>): Record<string, string> {
  return { src, alt, ...sizeAttributes(width, height), decoding: 'async', draggable: 'false' }
}

export const sizeAttributes = (width: number, height: number): Record<string, string> =>
  width > 0 && height > 0 ? { width: String(width), height: String(height) } : {}
