import { oneLine } from '../one-line.ts'

const LONGEST = 60

/** A name as it may stand beside other people's text, or undefined if nothing readable is left. */
export function readPersonName(text: string): string | undefined {
  const name = oneLine(text)
  return name === '' || name.length > LONGEST ? undefined : name
}
