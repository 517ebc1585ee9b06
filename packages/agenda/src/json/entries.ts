import type { ProblemList } from '../problem-list.ts'
import { type Fields, fieldsOf, listOf } from './fields.ts'

/** The entries of a JSON list with their places, one after the other; what is no object is named and left out. */
export function* entriesOf(
  value: unknown,
  problems: ProblemList,
  placeOf: (number: number) => string = (number) => `Entry ${number}`,
): Generator<{ fields: Fields; place: string }> {
  let number = 0
  for (const entry of listOf(value)) {
    number += 1
    const fields = fieldsOf(entry)
    if (fields) yield { fields, place: placeOf(number) }
    else problems.at(placeOf(number), null, `this is no event, but ${kindOf(entry)}; it was left out.`)
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'nothing'
  return Array.isArray(value) ? 'a list' : typeof value === 'string' ? 'text' : `a ${typeof value}`
}
