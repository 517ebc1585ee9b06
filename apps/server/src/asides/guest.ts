import type { IncomingMessage } from 'node:http'
import type { Person, Role } from '@forumpad/api'

/** Somebody with one of our pages open on a pad, as features see them. */
export type Guest = {
  readonly pad: string
  /** As they are called now. */
  readonly person: Person
  /** What they may do now. */
  readonly role: Role
}

/** Whoever opened a socket: what their role is asked by. */
export type Newcomer = { pad: string; person: Person; request: IncomingMessage }

/** A feature says no: `text` tells the person why and what to do, `code` is stable, for programs. */
export class AsideRefusal extends Error {
  readonly code: string

  constructor(code: string, text: string) {
    super(text)
    this.code = code
  }
}
