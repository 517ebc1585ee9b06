import type { Token } from 'markdown-it'
import { imageOf } from '../image.ts'
import type { LineWriter } from './line-writer.ts'
import { WornMarks } from './worn-marks.ts'

const TAGS = {
  u: 'underline',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  code: 'code',
} as const

/** Writes the words of one block of Markdown. Marks never reach beyond their block. */
export function writeInline(writer: LineWriter, tokens: readonly Token[]): void {
  const worn = new WornMarks()
  for (const token of tokens) {
    writer.marks = worn.marks
    switch (token.type) {
      case 'text':
      case 'text_special':
        writer.text(token.content)
        break
      case 'code_inline':
        writer.marks = { ...worn.marks, code: true }
        writer.text(token.content)
        break
      case 'softbreak':
        writer.text(' ')
        break
      case 'hardbreak':
        writer.hardBreak()
        break
      case 'image':
        if (writeOwnImage(writer, token)) break
        worn.openLink(String(token.attrGet('src')))
        writer.marks = worn.marks
        writer.text(token.content || String(token.attrGet('src')))
        worn.closeLink()
        break
      case 'link_open':
        worn.openLink(String(token.attrGet('href')))
        break
      case 'link_close':
        worn.closeLink()
        break
      default:
        markOrBreak(writer, worn, token)
    }
  }
  writer.marks = {}
}

const SIZE = /^(\d{1,6})x(\d{1,6})$/

/** Where the image is one that the pad keeps, it is a block; its size stands in the title. */
function writeOwnImage(writer: LineWriter, token: Token): boolean {
  const [, width, height] = SIZE.exec(String(token.attrGet('title') ?? '')) ?? []
  const image = imageOf({ src: token.attrGet('src'), alt: altOf(token.children ?? []), width, height })
  if (image !== undefined) writer.image(image)
  return image !== undefined
}

const altOf = (tokens: readonly Token[]): string =>
  tokens.map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content)).join('')

function markOrBreak(writer: LineWriter, worn: WornMarks, { type, tag, nesting }: Token): void {
  if (type === 'tag' && tag === 'br') writer.hardBreak()
  else if (Object.hasOwn(TAGS, tag)) {
    const name = TAGS[tag as keyof typeof TAGS]
    if (nesting === 1) worn.open(name)
    else worn.close(name)
  }
}
