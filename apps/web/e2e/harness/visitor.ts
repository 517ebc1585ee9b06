import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

/** Somebody with a browser of their own, in the words of the journeys. */
export class Visitor {
  readonly page: Page
  readonly context: BrowserContext
  /** What went wrong in the page without anybody asking: script errors and refused resources. */
  readonly complaints: string[] = []

  constructor(page: Page) {
    this.page = page
    this.context = page.context()
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (/Content.Security.Policy|hydrat/i.test(message.text())) this.complaints.push(message.text())
    })
  }

  /** Opens a pad and waits until it can be written in. */
  async opens(url: string): Promise<void> {
    await this.page.goto(url)
    await this.canWrite()
  }

  /** Another window of the same browser: the same cookies, the same storage. */
  async opensWindow(): Promise<Visitor> {
    return new Visitor(await this.context.newPage())
  }

  async canWrite(): Promise<void> {
    await expect(this.editor).toBeVisible()
    await expect(this.badge).toHaveText(/^Saved/)
  }

  get editor(): Locator {
    return this.page.locator('.ProseMirror[contenteditable="true"]')
  }

  /** The text of a pad that takes none. */
  get readOnlyText(): Locator {
    return this.page.locator('.ProseMirror[contenteditable="false"]')
  }

  /** What gives back words that were not taken. */
  get handsBack(): Locator {
    return this.page.getByRole('dialog', { name: /not taken/ })
  }

  get badge(): Locator {
    return this.page.getByRole('status').first()
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar').first()
  }

  line(words: string): Locator {
    return this.editor.locator(':scope > *', { hasText: words }).first()
  }

  /** Puts the cursor at the end of the line with these words. */
  async goesTo(words: string): Promise<void> {
    const line = this.line(words)
    const text = line.locator('[data-text]')
    await ((await text.count()) > 0 ? text.first() : line).click()
    await this.looks()
    await this.page.keyboard.press('End')
    await this.looks()
  }

  /** Lets the editor hear where the cursor went: a browser tells it later than its keys, and a person takes longer than both. */
  async looks(): Promise<void> {
    await this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    )
  }

  /** Types where the cursor is, as people do: key by key. */
  async types(words: string, { delay = 20 } = {}): Promise<void> {
    await this.page.keyboard.type(words, { delay })
  }

  async addsLine(words: string): Promise<void> {
    await this.editor.click()
    await this.looks()
    await this.page.keyboard.press('ControlOrMeta+End')
    await this.looks()
    await this.page.keyboard.press('Enter')
    await this.types(words)
  }

  /** The words of the pad as this person sees them, one line each, without the carets of the others. */
  text(): Promise<string> {
    return this.editor.evaluate((editor) => {
      const words = editor.cloneNode(true) as Element
      for (const caret of words.querySelectorAll('.caret')) caret.remove()
      return [...words.children].map((line) => line.textContent ?? '').join('\n')
    })
  }
}

export async function expectText(visitor: Visitor, words: string): Promise<void> {
  await expect.poll(() => visitor.text()).toContain(words)
}

/** Both see the same text in the end. */
export async function expectSameText(...visitors: Visitor[]): Promise<string> {
  const [first, ...others] = visitors
  if (first === undefined) throw new Error('Nobody to compare.')
  for (const other of others) await expect.poll(async () => (await other.text()) === (await first.text())).toBe(true)
  return first.text()
}

export function occurrences(text: string, words: string): number {
  return text.split(words).length - 1
}
