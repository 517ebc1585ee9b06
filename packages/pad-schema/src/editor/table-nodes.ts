import { Node } from '@tiptap/core'
import { SCROLL_BOX, tableAttributes } from '../block-dom.ts'

/** A table: rows of cells. Whether its first row names the columns is an attribute, so that saying so changes no cell. */
export const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,

  addAttributes: () => ({
    header: {
      default: false,
      rendered: false,
      parseHTML: (dom: HTMLElement) => dom.dataset.header === 'true',
    },
  }),

  parseHTML: () => [{ tag: '[data-table]' }, { tag: 'table' }],

  renderHTML: ({ node }) => [
    'div',
    tableAttributes(node.attrs.header === true),
    ['div', SCROLL_BOX, ['table', ['tbody', 0]]],
  ],

  // Drawn by hand, so that the cells are not drawn anew when the attribute changes.
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('div')
      const scroll = dom.appendChild(document.createElement('div'))
      const body = scroll.appendChild(document.createElement('table')).appendChild(document.createElement('tbody'))
      dom.dataset.table = ''
      scroll.dataset.scroll = ''
      const draw = (header: unknown) => {
        if (header === true) dom.dataset.header = 'true'
        else delete dom.dataset.header
      }
      draw(node.attrs.header)
      return {
        dom,
        contentDOM: body,
        update(current) {
          if (current.type !== node.type) return false
          draw(current.attrs.header)
          return true
        },
        ignoreMutation: (mutation) => mutation.type !== 'selection' && !body.contains(mutation.target),
      }
    }
  },
})

export const TableRowNode = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** A cell holds lines, of every kind. */
export const TableCellNode = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  parseHTML: () => [{ tag: 'td' }, { tag: 'th' }],
  renderHTML: () => ['td', 0],
})
