import type { Outcome, OutcomeList, OutcomePad } from '@forumpad/api'

/** The outcomes of some pads, for a file that is read away from the server. */
export type OutcomeFile = {
  title: string
  /** In whose zone days are counted. */
  timeZone: string
  /** The address of this server, without a slash at the end. */
  origin: string
  list: OutcomeList
  /** When the file is made, milliseconds since 1970. */
  at: number
}

/** Each outcome with its pad. */
export function withPads({ pads, outcomes }: OutcomeList): { outcome: Outcome; pad: OutcomePad | undefined }[] {
  const padOf = new Map(pads.map((pad) => [pad.name, pad]))
  return outcomes.map((outcome) => ({ outcome, pad: padOf.get(outcome.pad) }))
}

export const addressOf = (origin: string, { pad, name }: Pick<Outcome, 'pad' | 'name'>): string =>
  `${origin}/p/${encodeURIComponent(pad)}#${name}`
