import * as Y from 'yjs'

/** Deeper nothing honest goes; what fuzzing nests deeper is told apart by its size alone. */
const DEEPEST = 60

/** All that can be seen of a document, as text to compare: kinds, attributes, words and their formats. */
export function whatIsIn(doc: Y.Doc): string {
  const clocks = [...Y.decodeStateVector(Y.encodeStateVector(doc))].sort(([a], [b]) => a - b)
  return `${JSON.stringify(clocks)} ${seen(doc.getXmlFragment('default'), 0)}`
}

function seen(type: Y.XmlFragment | Y.AbstractType<unknown>, depth: number): string {
  if (depth > DEEPEST) return '...'
  const parts: string[] = []
  const formats = new Map<string, unknown>()
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentFormat) formats.set(content.key, content.value)
    else parts.push(`${contentOf(content, depth)}${formatsOf(formats)}`)
  }
  const attributes = [...type._map]
    .filter(([, item]) => !item.deleted)
    .map(([key, { content }]) => `${key}=${contentOf(content, depth)}`)
    .sort()
  const name = type instanceof Y.XmlElement ? type.nodeName : type.constructor.name
  return `<${name} ${attributes.join(' ')}>${parts.join('')}</>`
}

function contentOf(content: Y.Item['content'], depth: number): string {
  if (content instanceof Y.ContentType) return seen(content.type, depth + 1)
  if (content instanceof Y.ContentDoc) return `doc ${content.doc.guid}`
  return content instanceof Y.ContentString ? [...content.str].join('') : told(content.getContent())
}

const formatsOf = (formats: ReadonlyMap<string, unknown>): string =>
  [...formats].map(([key, value]) => (value === null ? '' : `{${key}:${told(value)}}`)).join('')

function told(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, each) => (typeof each === 'bigint' ? `${each}n` : each)) ?? 'undefined'
  } catch {
    return 'too deep to tell'
  }
}
