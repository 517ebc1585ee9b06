/** What a label makes of its line. `#agreed`, `AGREED:`, `RESOLVED:` and `DECISION:` all say that something was decided. */
export type Label = 'topic' | 'action' | 'decision' | 'question' | 'info' | 'idea' | 'help' | 'link'

/** A day as people write it: often without a year, or only as a day of the week (1 is Monday). */
export type DueDay =
  | { is: 'date'; year: number | null; month: number; day: number }
  | { is: 'weekday'; weekday: number }

/** Something in a line's words that means more than its letters. It stays plain text; `from` and `to` count UTF-16 units of the line. */
export type Convention = { from: number; to: number } & (
  | { is: 'label'; label: Label }
  /** The address behind `#link`. */
  | { is: 'address'; url: string }
  /** Whoever spoke, by initials: `MT:` at the beginning. */
  | { is: 'speaker'; initials: string }
  /** `@ana`, or who is to do an action: `ACTION: Ana to ask`. */
  | { is: 'person'; name: string }
  | { is: 'hashtag'; tag: string }
  | { is: 'due'; day: DueDay }
)
