/**
 * Stands in for the half of the message parser that reads `{when, date, ::yMMMd}` and `{share, number, ::percent}`. Sentences have no
 * such things, since dates and numbers are put into words before; and nobody should load what nobody uses.
 */
export const parseNumberSkeletonFromString = notHere
export const parseNumberSkeleton = notHere
export const parseDateTimeSkeleton = notHere

function notHere(): never {
  throw new Error(
    'A sentence asks for a number or date skeleton. Put the value into words first, see apps/web/src/ui/event-times.ts.',
  )
}
