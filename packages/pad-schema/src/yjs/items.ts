import * as Y from 'yjs'

/** Any Yjs type. Yjs ties a type to its events in a way that no other common type than `any` expresses; it goes no further than here. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type YType = Y.AbstractType<any>

/** The items of a type's list that are there (not deleted, and not mere formatting), in order. */
export function* itemsOf(type: YType): Generator<Y.Item> {
  for (let item = type._start; item !== null; item = item.right) if (!item.deleted && item.countable) yield item
}

/** The type that an item holds, if it holds one. */
export function typeIn(item: Y.Item): YType | undefined {
  return item.content instanceof Y.ContentType ? item.content.type : undefined
}

/** An element's attributes. Yjs types them as strings, but y-tiptap writes numbers and booleans, and strangers write anything. */
export function attributesOf(element: Y.XmlElement): Record<string, unknown> {
  // Not by `getAttributes`: an attribute called `__proto__` would hide there, and give its own to the element.
  return Object.fromEntries(attributeItems(element).map(([name, item]) => [name, item.content.getContent().at(-1)]))
}

/** What is kept in a type under names, beside its list. */
export function attributeItems(type: YType): [string, Y.Item][] {
  return [...type._map].filter(([, item]) => !item.deleted)
}

/** Sets an attribute to any value that JSON knows. */
export function setAttribute(element: Y.XmlElement, name: string, value: string | number | boolean): void {
  element.setAttribute(name, value as string)
}
