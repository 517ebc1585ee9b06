import type { AgendaSession } from './agenda.ts'

/** A session as the store knows it: its permanent id, every key it was ever imported under, and what it last said. */
export type KnownSession = {
  id: string
  keys: readonly string[]
  /** People have written in its pad: that text must not come under another session. */
  edited: boolean
  /** Keys of sessions that might be this one: a person was asked, and has not answered yet. */
  askedAbout: readonly string[]
  /** Whether it has a type was not kept when it came: what is known of that now is no change. */
  typeIsUnknown?: true
  last: SessionFacts & { state: AgendaSession['state'] | 'missing' }
}

/** What an agenda says of a session, but for how it names it. */
export type SessionFacts = Omit<AgendaSession, 'key' | 'state' | 'padName' | 'descriptionHtml' | 'entry' | 'series'>
