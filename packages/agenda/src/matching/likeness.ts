import type { Face } from './face.ts'
import { dice, titleLikeness } from './wording.ts'

/** What is known of the feed as a whole and must be allowed for: a shift in milliseconds, and rooms under new names. */
export type Allowance = { shift: number; roomNow(room: string): string }

export const NO_ALLOWANCE: Allowance = { shift: 0, roomNow: (room) => room }

const DAY = 24 * 3_600_000
/** A description shorter than this says too little to tell sessions apart. */
const FEWEST_WORDS = 8

/**
 * How likely it is that two entries are the same session, 0 to 1: the weighted mean of what both say. What only one of them
 * says counts for nothing, since formats and exports leave out different things.
 */
export function likeness(before: Face, now: Face, allowance: Allowance): number {
  const { sum, weights } = besideTheTitle(before, now, allowance)
  return (4 * titleLikeness(before.wording, now.wording) + sum) / (4 + weights)
}

/** The same of everything but the title; 0 if there is nothing to compare. */
export function likenessBesideTitle(before: Face, now: Face, allowance: Allowance): number {
  const { sum, weights } = besideTheTitle(before, now, allowance)
  return weights === 0 ? 0 : sum / weights
}

function besideTheTitle(before: Face, now: Face, { shift, roomNow }: Allowance): { sum: number; weights: number } {
  let sum = 0
  let weights = 0
  const count = (weight: number, likeness: number) => {
    sum += weight * likeness
    weights += weight
  }
  if (before.people.size > 0 && now.people.size > 0) count(3, dice(before.people, now.people))
  if (before.description.size >= FEWEST_WORDS && now.description.size >= FEWEST_WORDS) {
    count(3, dice(before.description, now.description))
  }
  if (before.start !== undefined && now.start !== undefined) {
    const apart = Math.abs(before.start + shift - now.start)
    count(2, apart === 0 ? 1 : apart < DAY ? 0.3 : 0)
  }
  if (before.room !== undefined && now.room !== undefined) count(1, roomNow(before.room) === now.room ? 1 : 0)
  if (before.track !== undefined && now.track !== undefined) count(0.5, before.track === now.track ? 1 : 0)
  return { sum, weights }
}
