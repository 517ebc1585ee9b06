import type { PadStatus } from '@forumpad/api'

export const WORKS: PadStatus = { is: 'saving-works' }

/** How a pad is for the page's person, before the server has said it. */
export function firstStatus({ frozenSince, mayWrite }: { frozenSince: number | null; mayWrite: boolean }): PadStatus {
  if (frozenSince !== null) return { is: 'frozen', since: frozenSince }
  return mayWrite ? WORKS : { is: 'reading' }
}

/** Whether the pad takes text from this person. */
export function takesText({ is }: PadStatus): boolean {
  return is !== 'frozen' && is !== 'reading'
}
