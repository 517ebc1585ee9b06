import MarkdownIt, { type StateInline } from 'markdown-it'
import { isImageAddress } from '../image.ts'
import { safeHref } from '../safe-href.ts'

/** CommonMark with tables, strikethrough and bare addresses; of HTML only a few inline tags, which become tokens of type `tag`. */
export function markdownParser() {
  const parser = new MarkdownIt({ html: false, linkify: true, typographer: false })
  // Addresses are checked and then kept as they are written.
  parser.validateLink = (address) => safeHref(address) !== undefined || isImageAddress(address)
  parser.normalizeLink = (address) => address
  parser.normalizeLinkText = (text) => text
  parser.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
  for (const scheme of ['ftp:', 'mailto:', '//']) parser.linkify.add(scheme, null)
  parser.inline.ruler.before('autolink', 'tag', inlineTag)
  return parser
}

const TAG = /<(\/?)(u|br|b|strong|i|em|s|del|code)\s*\/?>/iy

function inlineTag(state: StateInline, silent: boolean): boolean {
  TAG.lastIndex = state.pos
  const [written, slash, name] = TAG.exec(state.src) ?? []
  if (written === undefined || name === undefined) return false
  if (!silent) state.push('tag', name.toLowerCase(), slash === '/' ? -1 : 1)
  state.pos += written.length
  return true
}
