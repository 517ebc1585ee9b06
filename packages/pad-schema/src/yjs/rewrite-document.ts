import type * as Y from 'yjs'
import { byOwner } from '../differences/by-owner.ts'
import { compareDocuments } from '../differences/compare-documents.ts'
import type { Difference, Standing, Step } from '../differences/difference.ts'
import { SharesReader } from '../differences/flat-words.ts'
import { blockKey } from '../differences/standings.ts'
import type { Block } from '../document.ts'
import { ROOT } from '../schema-version.ts'
import { linesOf } from '../table.ts'
import { changeLine } from './change-line.ts'
import { type As, fillLine } from './fill-line.ts'
import { itemsOf, type YType } from './items.ts'
import { mendDocument } from './mend-document.ts'
import { paragraphsIn } from './paragraphs.ts'
import { readBlocks } from './read-document.ts'
import { blockToYjs } from './write-document.ts'

/** Yjs needs time that grows with the square of what one transaction deletes; so many blocks are safe. */
const STEPS_AT_ONCE = 1_000

/**
 * Changes a document into another by as little as it takes: what is the same keeps its elements, and with them the words that somebody
 * types there at this moment; of a line that changed, only the words that differ are written. In several transactions where much is to do.
 *
 * @param target what the document is to hold; its ids are those of elements that may still be here, its shares tell whose the words are
 * @param as does something in somebody's name
 * @param now the document as it is, with whose its words are: then words that are somebody else's are written anew too
 * @returns whether anything had to be done
 */
export function rewriteDocument(doc: Y.Doc, target: readonly Standing[], as: As, now?: readonly Standing[]): boolean {
  const root = doc.getXmlFragment(ROOT)
  // What nobody has mended yet would be several blocks in one place.
  mendDocument(doc, new Set<YType>([root]), undefined)
  const before = readBlocks(root).map(({ id, block }): Standing => ({ block, id: blockKey(id) }))
  const difference = compareDocuments(before, target)
  const steps = now?.length === before.length ? withOwners(difference, now, target) : difference.steps
  if (steps.every(({ is }) => is === 'kept')) return false
  const rewriter = new Rewriter(root, target, as)
  for (let from = 0; from < steps.length; from += STEPS_AT_ONCE) {
    doc.transact((transaction) => {
      for (const step of steps.slice(from, from + STEPS_AT_ONCE)) rewriter.take(step, transaction)
    })
  }
  return true
}

function withOwners({ steps }: Difference, now: readonly Standing[], target: readonly Standing[]): Step[] {
  let [i, j] = [0, 0]
  return steps.map((step) => {
    const [before, after] = [now[i], target[j]]
    if (step.is !== 'added' && step.is !== 'moved here') i += 1
    if (step.is !== 'removed' && step.is !== 'moved away') j += 1
    return byOwner(step, before, after)
  })
}

/** Goes down the document and makes it what the steps say. */
class Rewriter {
  readonly #root: Y.XmlFragment
  readonly #old: Y.Item[]
  readonly #target: readonly Standing[]
  readonly #as: As
  /** The last block that is as it is to be. */
  #last: Y.Item | null = null
  #passed = 0
  #done = 0

  constructor(root: Y.XmlFragment, target: readonly Standing[], as: As) {
    this.#root = root
    this.#old = [...itemsOf(root)]
    this.#target = target
    this.#as = as
  }

  take(step: Step, transaction: Y.Transaction): void {
    switch (step.is) {
      case 'kept':
        this.#last = this.#next()
        this.#done += 1
        return
      case 'changed':
        this.#last = this.#next()
        changeLine(elementIn(this.#last), step.change, this.#wanted(), this.#as)
        return
      // Written anew as a whole: its words keep their authors by the shares.
      case 'table changed':
        this.#next().delete(transaction)
        return this.#insert(step.block, this.#wanted())
      case 'removed':
      case 'moved away':
        return void this.#next().delete(transaction)
      case 'added':
      case 'moved here':
        return this.#insert(step.block, this.#wanted())
    }
  }

  #next(): Y.Item {
    const item = this.#old[this.#passed++]
    if (!item) throw new Error('There are more steps than blocks')
    return item
  }

  #wanted(): Standing {
    const standing = this.#target[this.#done++]
    if (!standing) throw new Error('There are more steps than blocks')
    return standing
  }

  #insert(block: Block, { shares }: Standing): void {
    const element = blockToYjs(withoutWords(block))
    this.#root.insertAfter(this.#last as never, [element])
    const reader = new SharesReader(shares)
    const paragraphs = paragraphsIn(element)
    linesOf({ blocks: [block] }).forEach(({ content }, i) => {
      const paragraph = paragraphs[i]
      if (paragraph) fillLine(paragraph, content, reader, this.#as)
    })
    this.#last = element._item
  }
}

/** The words are put in afterwards, in the names of those who wrote them. */
function withoutWords(block: Block): Block {
  if (block.type === 'paragraph') return { ...block, content: [] }
  if (block.type !== 'table') return block
  return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map((line) => ({ ...line, content: [] })))) }
}

function elementIn({ content }: Y.Item): Y.XmlElement {
  return content.getContent()[0] as Y.XmlElement
}
