import type { AppParts } from '../../app-parts.ts'
import type { Database } from './open-database.ts'
import { createSqliteAgendaStore } from './sqlite-agenda-store.ts'
import { createSqliteArchiveStore } from './sqlite-archive-store.ts'
import { createSqliteAuditStore } from './sqlite-audit-store.ts'
import { createSqliteBlockStore } from './sqlite-block-store.ts'
import { createSqliteChangeLog } from './sqlite-change-log.ts'
import { createSqliteChatStore } from './sqlite-chat-store.ts'
import { createSqliteCommentStore } from './sqlite-comment-store.ts'
import { createSqliteContributionStore } from './sqlite-contribution-store.ts'
import { createSqliteDevicePassStore } from './sqlite-device-pass-store.ts'
import { createSqliteFeedStore } from './sqlite-feed-store.ts'
import { createSqliteFreezeSettings } from './sqlite-freeze-settings.ts'
import { createSqliteHeldLinkStore } from './sqlite-held-link-store.ts'
import { createSqliteImageStore } from './sqlite-image-store.ts'
import { createSqliteImportHistory } from './sqlite-import-history.ts'
import { createSqliteKeyframeStore } from './sqlite-keyframe-store.ts'
import { createSqliteNowStore } from './sqlite-now-store.ts'
import { createSqliteOutcomeStore } from './sqlite-outcome-store.ts'
import { createSqlitePadDirectory } from './sqlite-pad-directory.ts'
import { createSqlitePadStore } from './sqlite-pad-store.ts'
import { createSqlitePersonStore } from './sqlite-person-store.ts'
import { createSqliteRedactionStore } from './sqlite-redaction-store.ts'
import { createSqliteRevisionIndex } from './sqlite-revision-index.ts'
import { createSqliteRoleStore } from './sqlite-role-store.ts'
import { createSqliteRoomStore } from './sqlite-room-store.ts'
import { createSqliteSearchStore } from './sqlite-search-store.ts'
import { createSqliteSeenTexts } from './sqlite-seen-texts.ts'
import { createSqliteSourceStore } from './sqlite-source-store.ts'
import { createSqliteTemplateStore } from './sqlite-template-store.ts'
import { createSqliteVersionStore } from './sqlite-version-store.ts'

/** Everything that the program keeps in its database. */
export type Stores = Pick<
  AppParts,
  | 'store'
  | 'pads'
  | 'seenTexts'
  | 'persons'
  | 'devicePasses'
  | 'agenda'
  | 'importHistory'
  | 'agendaSources'
  | 'templates'
  | 'feeds'
  | 'boards'
  | 'chat'
  | 'comments'
  | 'roles'
  | 'room'
  | 'images'
  | 'versions'
  | 'freezeSettings'
  | 'keyframes'
  | 'search'
  | 'outcomes'
  | 'contributions'
  | 'archive'
  | 'audit'
  | 'blocks'
  | 'links'
  | 'changeLog'
  | 'revisions'
  | 'redactions'
>

/** All stores on one SQLite database. A new store is a line here, and one in `AppParts`. */
export function createSqliteStores(database: Database): Stores {
  return {
    store: createSqlitePadStore(database),
    pads: createSqlitePadDirectory(database),
    seenTexts: createSqliteSeenTexts(database),
    persons: createSqlitePersonStore(database),
    devicePasses: createSqliteDevicePassStore(database),
    agenda: createSqliteAgendaStore(database),
    importHistory: createSqliteImportHistory(database),
    agendaSources: createSqliteSourceStore(database),
    templates: createSqliteTemplateStore(database),
    feeds: createSqliteFeedStore(database),
    boards: createSqliteNowStore(database),
    chat: createSqliteChatStore(database),
    comments: createSqliteCommentStore(database),
    roles: createSqliteRoleStore(database),
    room: createSqliteRoomStore(database),
    images: createSqliteImageStore(database),
    versions: createSqliteVersionStore(database),
    freezeSettings: createSqliteFreezeSettings(database),
    keyframes: createSqliteKeyframeStore(database),
    search: createSqliteSearchStore(database),
    outcomes: createSqliteOutcomeStore(database),
    contributions: createSqliteContributionStore(database),
    archive: createSqliteArchiveStore(database),
    audit: createSqliteAuditStore(database),
    blocks: createSqliteBlockStore(database),
    links: createSqliteHeldLinkStore(database),
    changeLog: createSqliteChangeLog(database),
    revisions: createSqliteRevisionIndex(database),
    redactions: createSqliteRedactionStore(database),
  }
}
