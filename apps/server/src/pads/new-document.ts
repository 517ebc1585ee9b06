import type { NewPad } from '@forumpad/api'
import { htmlToDocument, line, markdownToDocument, type PadDocument } from '@forumpad/pad-schema'
import { ProblemError } from '../http/problem-error.ts'

/** The document that a new pad shall begin with, or undefined for an empty one. */
export function newDocument({ text, markdown, html }: NewPad): PadDocument | undefined {
  if ([text, markdown, html].filter((given) => given !== undefined).length > 1) {
    throw new ProblemError(400, 'invalid-request', 'Give one of text, markdown and html, not several.')
  }
  if (markdown) return markdownToDocument(markdown)
  if (html) return htmlToDocument(html)
  return text ? textToDocument(text) : undefined
}

/** Every line of a plain text as it is: nothing in it is taken for markup. */
export function textToDocument(text: string): PadDocument {
  return {
    blocks: text
      .replace(/\r?\n$/, '')
      .split(/\r?\n|\r/)
      .map((words) => line('text', words)),
  }
}
