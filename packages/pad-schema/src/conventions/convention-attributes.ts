import type { Convention } from './convention.ts'

/** The attributes of the element around recognised words, the same in the editor and in the server's HTML. */
export function conventionAttributes(convention: Convention): Record<string, string> {
  // In the order in which the editor sets them.
  return {
    'data-convention': convention.is,
    ...(convention.is === 'label' ? { 'data-label': convention.label } : {}),
    class: 'convention',
  }
}
