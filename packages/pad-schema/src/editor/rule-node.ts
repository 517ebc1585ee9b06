import { Node } from '@tiptap/core'

/** A horizontal rule: a block of its own, without words. */
export const RuleNode = Node.create({
  name: 'rule',
  group: 'block',
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
})
