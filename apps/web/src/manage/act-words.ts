import type { AuditAct } from '@forumpad/api'

/** What an act of power is called in the list of them. */
export const ACT_WORDS: Record<AuditAct, string> = {
  'import-applied': 'Applied an agenda',
  'import-undone': 'Undid an import',
  'template-saved': 'Saved a template',
  'template-removed': 'Removed a template',
  'link-made': 'Made a link',
  'link-revoked': 'Revoked a link',
  'access-chosen': 'Chose who may come',
  locked: 'Locked',
  unlocked: 'Unlocked',
  frozen: 'Froze',
  thawed: 'Reopened',
  'freezing-chosen': 'Chose when to freeze',
  restored: 'Restored a revision',
  'person-undone': 'Undid what a person did',
  redacted: 'Redacted words',
  'person-blocked': 'Blocked a person',
  'block-lifted': 'Lifted a block',
  'holding-chosen': 'Chose whether new links are held',
  'link-released': 'Let a link through',
  'person-trusted': 'Trusted the links of a person',
  'chat-deleted': 'Deleted a chat message',
  'comment-deleted': 'Deleted a comment',
  'archive-downloaded': 'Downloaded the archive',
}
