import { addressOf, type OutcomeFile } from './told-outcomes.ts'

/** Outcomes as JSON: what the API answers, with whole addresses. */
export function outcomesJson({ title, origin, list, at }: OutcomeFile): string {
  const { pads, outcomes, sharedLinks } = list
  return `${JSON.stringify(
    {
      title,
      madeAt: new Date(at).toISOString(),
      pads: pads.map(({ mayTick: _, ...pad }) => ({ ...pad, address: `${origin}/p/${encodeURIComponent(pad.name)}` })),
      outcomes: outcomes.map(({ box: _, ...outcome }) => ({ ...outcome, address: addressOf(origin, outcome) })),
      sharedLinks,
    },
    null,
    2,
  )}\n`
}
