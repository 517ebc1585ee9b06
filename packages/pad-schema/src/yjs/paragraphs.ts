import * as Y from 'yjs'
import { itemsOf, typeIn } from './items.ts'

/** The elements of all lines in a block that is in order: of a table those in its cells, in the order of `linesOf`. */
export function paragraphsIn(element: Y.XmlElement): Y.XmlElement[] {
  if (element.nodeName === 'paragraph') return [element]
  return [...itemsOf(element)].flatMap((item) => {
    const type = typeIn(item)
    return type instanceof Y.XmlElement ? paragraphsIn(type) : []
  })
}
