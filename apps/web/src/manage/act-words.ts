import type { AuditAct } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'

/** What an act of power is called in the list of them. */
export const ACT_WORDS: Record<AuditAct, string> = {
  'import-applied': sentence('Applied an agenda'),
  'import-undone': sentence('Undid an import'),
  'template-saved': sentence('Saved a template'),
  'template-removed': sentence('Removed a template'),
  'link-made': sentence('Made a link'),
  'link-revoked': sentence('Revoked a link'),
  'access-chosen': sentence('Chose who may come'),
  locked: sentence('Locked'),
  unlocked: sentence('Unlocked'),
  frozen: sentence('Froze'),
  thawed: sentence('Reopened'),
  'freezing-chosen': sentence('Chose when to freeze'),
  restored: sentence('Restored a revision'),
  'person-undone': sentence('Undid what a person did'),
  redacted: sentence('Redacted words'),
  'person-blocked': sentence('Blocked a person'),
  'block-lifted': sentence('Lifted a block'),
  'holding-chosen': sentence('Chose whether new links are held'),
  'link-released': sentence('Let a link through'),
  'person-trusted': sentence('Trusted the links of a person'),
  'chat-deleted': sentence('Deleted a chat message'),
  'comment-deleted': sentence('Deleted a comment'),
  'archive-downloaded': sentence('Downloaded the archive'),
}
