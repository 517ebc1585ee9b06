import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '@forumpad/api'
import { expect, type Page } from '@playwright/test'

const FOLDER = fileURLToPath(new URL('../../src/languages/', import.meta.url))

const read = (file: string): Record<string, string> => JSON.parse(readFileSync(FOLDER + file, 'utf8'))

/** What pages call a thing in a language. */
export function wordsOf(language: Language): (english: string) => string {
  const catalogue = { ...read(`${language}.json`), ...read(`heard/${language}.json`) }
  return (english) => catalogue[english] ?? english
}

/** The pieces of English sentences that no page in a language has: two words or more, without what is put in. */
function englishIn(language: Language): string[] {
  const files = [`${language}.json`, `heard/${language}.json`]
  const said = files.flatMap((file) => Object.entries(read(file)))
  const pieces = said.flatMap(([english, translation]) =>
    english
      .replace(/‖.*/u, '')
      .split(/[{}<>#]|\b(?:plural|one|other),?/u)
      .map((piece) => piece.trim().replace(/^[,.:;]\s*/, ''))
      .filter((piece) => /\p{L}{2,} \p{L}/u.test(piece) && !translation.includes(piece)),
  )
  return [...new Set(pieces)]
}

/** All that a page shows and has read aloud, but for what is the text of a pad. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const aloud = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']
    const ours = (element: Element | null) =>
      !element?.closest('script, style, noscript, textarea, .pad-text, .minutes-text')
    const attributes = [...document.querySelectorAll(aloud.map((name) => `[${name}]`).join())]
      .filter(ours)
      .flatMap((element) => aloud.map((name) => element.getAttribute(name) ?? ''))
    const texts: string[] = []
    const nodes = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
    while (nodes.nextNode()) {
      if (ours(nodes.currentNode.parentElement)) texts.push(nodes.currentNode.nodeValue ?? '')
    }
    return [...attributes, texts.join('')].join('\n')
  })
}

/** Fails when a page in another language than English says a sentence in English. */
export async function speaks(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  const text = await textOf(page)
  const isLetter = (at: number) => /\p{L}/u.test(text[at] ?? '')
  const isThere = (piece: string) => {
    const at = text.indexOf(piece)
    return at >= 0 && !isLetter(at - 1) && !isLetter(at + piece.length)
  }
  expect(englishIn(language).filter(isThere)).toEqual([])
}
