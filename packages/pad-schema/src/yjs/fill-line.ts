import * as Y from 'yjs'
import { flatWords, type SharesReader, WordsReader } from '../differences/flat-words.ts'
import type { Inline } from '../document.ts'
import { formatsOf } from './write-document.ts'

/** Does something in the name of whoever is known as `by`: what is written meanwhile is theirs. */
export type As = (by: string | undefined, write: () => void) => void

/** Puts words into a line without any, each in the name of whoever the shares say. */
export function fillLine(line: Y.XmlElement, content: readonly Inline[], shares: SharesReader, as: As): void {
  const words = new WordsReader(flatWords(content))
  const last = line.length > 0 ? line.get(line.length - 1) : undefined
  // An empty line has an empty text: the words go there.
  let text = last instanceof Y.XmlText ? last : undefined
  for (let left = flatWords(content).text.length; left > 0; ) {
    const [run, share] = [words.next(), shares.next()]
    const length = Math.min(run.length, share.length)
    const inline = words.take(length)
    shares.pass(length)
    left -= length
    if (inline.type === 'hardBreak') {
      line.push([new Y.XmlElement('hardBreak')])
      text = undefined
      continue
    }
    const into = text ?? new Y.XmlText()
    if (!text) line.push([into])
    text = into
    as(share.by, () => into.insert(into.length, inline.text, formatsOf(inline.marks)))
  }
  if (line.length === 0) line.push([new Y.XmlText()])
}
