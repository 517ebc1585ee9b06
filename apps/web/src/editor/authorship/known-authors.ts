import { AUTHORED_AT_MS, type AuthorshipMessage, type Credit, CreditMap, type Person } from '@forumpad/api'
import { sentence } from '../../languages/sentence.ts'

/** Whoever is not known here: no name of a person, but a word that is said. */
export const SOMEBODY = sentence('Somebody')

/** What changed in what is known of authors; `ranges` are the items, or everything. */
export type AuthorNews = { ranges: AuthorshipMessage['ranges'] | 'everything'; people: boolean }

/** Whose a stretch of items is. */
export type CreditedLength = { length: number; credit: Credit | null }

/**
 * Who wrote what, as far as this page knows: what the server said, and for items of one's own that it has not spoken of yet, what
 * the page saw itself. The server's word always counts more.
 */
export class KnownAuthors {
  #said = new CreditMap()
  #guessed = new CreditMap()
  readonly #people = new Map<string, Person>()
  readonly #listeners = new Set<(news: AuthorNews) => void>()
  readonly #me: string
  /** The client id that this page writes under. */
  readonly #client: number

  constructor(me: Person, client: number) {
    this.#me = me.id
    this.#client = client
    this.#people.set(me.id, me)
  }

  hear({ is, ranges, people }: AuthorshipMessage): void {
    if (is === 'everything') this.#said = new CreditMap()
    for (const [client, list] of ranges) for (const range of list) this.#said.set(client, range)
    for (const person of people) this.#people.set(person.id, person)
    this.#tell({ ranges: is === 'everything' ? 'everything' : ranges, people: people.length > 0 })
  }

  /** Under another name or colour. */
  meet(person: Person): void {
    const known = this.#people.get(person.id)
    if (known?.name === person.name && known.hue === person.hue) return
    this.#people.set(person.id, person)
    this.#tell({ ranges: new Map(), people: true })
  }

  person(id: string): Person {
    return this.#people.get(id) ?? { id, name: SOMEBODY, hue: 0 }
  }

  /** Whoever writes here, now. */
  mine(): Credit {
    return { author: this.#me, at: Math.floor(Date.now() / AUTHORED_AT_MS) * AUTHORED_AT_MS, verified: true }
  }

  /** Items of one's own, of which the server has not spoken yet, are by these. */
  guess(client: number, clock: number, length: number, credit: Credit): void {
    if (client !== this.#client) return
    const movedBy = credit.author === this.#me ? credit.movedBy : this.#me
    const { author, at, verified } = credit
    const range = { from: clock, to: clock + length, author, at, verified }
    this.#guessed.set(client, movedBy === undefined ? range : { ...range, movedBy })
  }

  /** Whose the items from `clock` on are. */
  of(client: number, clock: number, length: number): CreditedLength[] {
    const end = clock + length
    const credited: CreditedLength[] = []
    let at = clock
    for (const range of this.#said.slice(client, clock, end)) {
      if (range.from > at) credited.push(...this.#unsaid(client, at, range.from))
      credited.push({ length: range.to - range.from, credit: range })
      at = range.to
    }
    if (at < end) credited.push(...this.#unsaid(client, at, end))
    return credited
  }

  /** Whether these items are of this page and the server has said nothing of some of them. */
  isUnsaid(client: number, clock: number, length: number): boolean {
    if (client !== this.#client) return false
    return this.#said.slice(client, clock, clock + length).reduce((sum, { from, to }) => sum + to - from, 0) < length
  }

  subscribe(listener: (news: AuthorNews) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #unsaid(client: number, from: number, to: number): CreditedLength[] {
    if (client !== this.#client) return [{ length: to - from, credit: null }]
    const mine = this.mine()
    const credited: CreditedLength[] = []
    let at = from
    for (const range of this.#guessed.slice(client, from, to)) {
      if (range.from > at) credited.push({ length: range.from - at, credit: mine })
      credited.push({ length: range.to - range.from, credit: range })
      at = range.to
    }
    if (at < to) credited.push({ length: to - at, credit: mine })
    return credited
  }

  #tell(news: AuthorNews): void {
    for (const listener of this.#listeners) listener(news)
  }
}
