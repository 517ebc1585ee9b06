import type { OutcomeKind } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'

/** What each kind is called, one and many. */
export const KIND_WORDS: Record<OutcomeKind, { one: string; many: string }> = {
  action: { one: sentence('Action'), many: sentence('Actions') },
  decision: { one: sentence('Decision'), many: sentence('Decisions') },
  question: { one: sentence('Question'), many: sentence('Questions') },
  hashtag: { one: sentence('Marked'), many: sentence('Hashtags') },
  link: { one: sentence('Link'), many: sentence('Links') },
}
