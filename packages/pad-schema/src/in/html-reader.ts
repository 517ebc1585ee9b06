import type { Marks, PadDocument } from '../document.ts'
import { imageOf } from '../image.ts'
import type { MarkName } from '../marks.ts'
import { safeHref } from '../safe-href.ts'
import { type Attributes, frameOf, isSilent, isVoid, keepsSpaces, wordMarker } from './html-elements.ts'
import { marksOf } from './html-marks.ts'
import { type Frame, LineWriter } from './line-writer.ts'
import { WornMarks } from './worn-marks.ts'

/** What an element does while it is open, to be undone when it closes. */
type Opened = { frame?: Frame; marks: MarkName[]; link: boolean; silent: boolean; spaces: boolean; marker: boolean }

/** Reads HTML as a row of opening tags, texts and closing tags, and writes lines. */
export class HtmlReader {
  readonly #writer = new LineWriter({ lastBreakShows: false })
  readonly #worn = new WornMarks()
  readonly #open: Opened[] = []
  #silent = 0
  #spaces = 0
  /** White space that shows only if more words follow in the line. */
  #pending = ''
  #pendingMarks: Marks = {}
  #marker = ''
  #freshCode = false

  open(name: string, attributes: Attributes): void {
    const opened: Opened = {
      marks: [],
      link: false,
      silent: isSilent(name, attributes),
      spaces: keepsSpaces(name, attributes),
      marker: wordMarker(attributes),
    }
    if (opened.silent) this.#silent += 1
    if (opened.spaces) this.#spaces += 1
    if (this.#silent === 0) this.#openLoud(name, attributes, opened)
    if (!isVoid(name)) this.#open.push(opened)
  }

  text(text: string): void {
    if (this.#open.at(-1)?.marker) this.#marker += text
    if (this.#silent > 0) return
    this.#writer.marks = this.#worn.marks
    if (this.#writer.inCode) this.#codeText(text)
    else if (this.#spaces > 0) this.#exactText(text)
    else this.#flowingText(text)
  }

  close(name: string): void {
    const opened = isVoid(name) ? undefined : this.#open.pop()
    if (opened === undefined) return
    if (opened.marker) this.#endMarker()
    if (opened.silent) this.#silent -= 1
    if (opened.spaces) this.#spaces -= 1
    if (opened.link) this.#worn.closeLink()
    for (const mark of opened.marks) this.#worn.close(mark)
    if (opened.frame === undefined) return
    this.#pending = ''
    this.#writer.close()
  }

  finish(): PadDocument {
    return this.#writer.finish()
  }

  #openLoud(name: string, attributes: Attributes, opened: Opened): void {
    if (name === 'br') this.#break(attributes)
    else if (name === 'hr') this.#writer.rule()
    else if (name === 'img') this.#image(attributes)
    else if (name === 'input' && attributes.type === 'checkbox') this.#writer.check('checked' in attributes)
    if (isVoid(name)) return
    const frame = frameOf(name, attributes)
    if (frame === undefined) this.#openMarks(name, attributes, opened)
    else {
      this.#pending = ''
      opened.frame = frame
      this.#writer.open(frame)
      if (frame.is === 'code') this.#freshCode = true
    }
  }

  #openMarks(name: string, attributes: Attributes, opened: Opened): void {
    const href = name === 'a' ? safeHref(attributes.href) : undefined
    opened.link = href !== undefined
    if (href !== undefined) this.#worn.openLink(href)
    opened.marks = marksOf(name, attributes, this.#writer.inCode)
    for (const mark of opened.marks) this.#worn.open(mark)
  }

  #break(attributes: Attributes): void {
    this.#pending = ''
    if (attributes.class !== 'Apple-interchange-newline') this.#writer.hardBreak()
  }

  #image(attributes: Attributes): void {
    const { src, alt } = attributes
    const image = imageOf(attributes)
    if (image !== undefined) {
      this.#pending = ''
      return this.#writer.image(image)
    }
    const href = safeHref(src)
    this.#writer.marks = href === undefined ? {} : { link: { href } }
    this.#writer.text(alt?.trim() || (href ?? ''))
  }

  // The first line end in a <pre> and the last one do not show.
  #codeText(text: string): void {
    const shown = this.#pending + (this.#freshCode ? text.replace(/^\n/, '') : text)
    this.#freshCode = false
    this.#pending = shown.endsWith('\n') ? '\n' : ''
    this.#writer.text(this.#pending === '' ? shown : shown.slice(0, -1))
  }

  #exactText(text: string): void {
    if (!this.#writer.inLine && /^\s*\n\s*$/.test(text)) return
    text.split('\n').forEach((part, index) => {
      if (index > 0) this.#writer.hardBreak()
      this.#writer.text(part)
    })
  }

  #flowingText(text: string): void {
    const words = text.replace(/[ \t\n\f]+/g, ' ')
    const begins = !this.#writer.inLine || this.#writer.endsWithBreak
    const shown = words === ' ' ? '' : words.replace(/^ | $/g, '')
    const spaceBefore = !begins && (this.#pending !== '' || words.startsWith(' '))
    if (shown !== '' && spaceBefore) this.#writeSpace()
    if (shown !== '') this.#pending = ''
    this.#writer.text(shown)
    const spaceAfter = words.endsWith(' ') && (shown !== '' || !begins)
    if (!spaceAfter || this.#pending !== '') return
    this.#pending = ' '
    this.#pendingMarks = this.#worn.marks
  }

  // A space wears what it wore where it was written.
  #writeSpace(): void {
    if (this.#pending !== '') this.#writer.marks = this.#pendingMarks
    this.#writer.text(' ')
    this.#writer.marks = this.#worn.marks
  }

  // Word writes the number or the bullet of an entry into the text.
  #endMarker(): void {
    if (/^\s*\(?[0-9a-z]{1,4}[.)]/i.test(this.#marker)) this.#writer.countEntry()
    this.#marker = ''
  }
}
