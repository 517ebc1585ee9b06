import { type Browser, expect } from '@playwright/test'
import { Visitor } from './visitor.ts'

/** Somebody known by their colour: what is drawn in it is theirs. */
export type Author = { who: Visitor; name: string; hue: number }

/** Gives a visitor a name and a colour of their own, and lets them see colours behind the text. */
export async function asAuthor(who: Visitor, url: string, name: string, hue: number): Promise<Author> {
  await who.page.addInitScript(() => localStorage.setItem('forumpad.authors', 'text'))
  await who.page.goto(new URL('/', url).href)
  const answer = await who.page.request.patch(new URL('/api/v1/me', url).href, {
    data: { name, hue },
    headers: { origin: new URL(url).origin },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return { who, name, hue }
}

/** Each line as it is drawn: `ada: Hello |grace: world`. Words in nobody's colour are nobody's. */
export async function drawnFor(visitor: Visitor, authors: readonly Author[]): Promise<string[]> {
  const names = authors.map(({ name, hue }) => [String(hue), name] as const)
  return visitor.editor.evaluate((editor, names) => {
    const nameOf = new Map(names)
    return [...editor.children].map((line) => {
      const parts: { by: string; words: string }[] = []
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.parentElement?.closest('.caret')) continue
        const hue = node.parentElement?.closest<HTMLElement>('.written')?.dataset.hue
        const by = hue === undefined ? 'nobody' : (nameOf.get(hue) ?? `hue ${hue}`)
        const last = parts.at(-1)
        if (last?.by === by) last.words += node.nodeValue
        else parts.push({ by, words: node.nodeValue ?? '' })
      }
      return parts.map(({ by, words }) => `${by}: ${words}`).join('|')
    })
  }, names)
}

/** On every screen, and on that of somebody who only comes now, it is drawn so. */
export async function expectDrawn(browser: Browser, authors: readonly Author[], lines: string[]): Promise<void> {
  for (const { who, name } of authors) {
    await expect.poll(() => drawnFor(who, authors), `on the screen of ${name}`).toEqual(lines)
  }
  const context = await browser.newContext()
  const newcomer = new Visitor(await context.newPage())
  await newcomer.page.addInitScript(() => localStorage.setItem('forumpad.authors', 'text'))
  await newcomer.opens(authors[0]?.who.page.url() ?? '')
  await expect.poll(() => drawnFor(newcomer, authors), 'on the screen of a newcomer').toEqual(lines)
  await context.close()
}
