import type { Clock, PadStore } from '@forumpad/sync'
import type { AgendaStore } from './agenda/agenda-store.ts'
import type { ImportHistory } from './agenda/import-history.ts'
import type { SourceStore } from './agenda/source-store.ts'
import type { TemplateStore } from './agenda/templates/template-store.ts'
import type { ArchiveStore } from './archive/archive-store.ts'
import type { AuditStore } from './audit/audit-store.ts'
import type { ChatStore } from './chat/chat-store.ts'
import type { CommentStore } from './comments/comment-store.ts'
import type { Config } from './config.ts'
import type { FeedStore } from './feeds/feed-store.ts'
import type { KeyframeStore } from './history/keyframe-store.ts'
import type { RevisionIndex } from './history/revision-index.ts'
import type { ImageStore } from './images/image-store.ts'
import type { HeldLinkStore } from './links/held-link-store.ts'
import type { ChangeLog } from './moderation/change-log.ts'
import type { NowStore } from './now/now-store.ts'
import type { OutcomeStore } from './outcomes/outcome-store.ts'
import type { PadDirectory } from './pads/pad-directory.ts'
import type { SeenTexts } from './pads/seen-texts.ts'
import type { DevRenderer } from './pages/dev-renderer.ts'
import type { Renderer } from './pages/renderer.ts'
import type { DevicePassStore } from './people/device-pass-store.ts'
import type { PersonStore } from './people/person-store.ts'
import type { RedactionStore } from './redaction/redaction-store.ts'
import type { ContributionStore } from './report/contribution-store.ts'
import type { FreezeSettings } from './review/freeze-settings.ts'
import type { VersionStore } from './review/version-store.ts'
import type { BlockStore } from './rights/block-store.ts'
import type { RoleStore } from './rights/role-store.ts'
import type { RoomStore } from './room/room-store.ts'
import type { SearchStore } from './search/search-store.ts'

/** What the program is made of, so that tests can give it other stores, another clock and other pages. */
export type AppParts = {
  config: Pick<Config, 'publicUrl' | 'trustProxy' | 'padCreation' | 'logLevel' | 'dev'>
  store: PadStore
  pads: PadDirectory
  seenTexts: SeenTexts
  persons: PersonStore
  devicePasses: DevicePassStore
  agenda: AgendaStore
  importHistory: ImportHistory
  agendaSources: SourceStore
  templates: TemplateStore
  feeds: FeedStore
  boards: NowStore
  chat: ChatStore
  comments: CommentStore
  roles: RoleStore
  room: RoomStore
  images: ImageStore
  keyframes: KeyframeStore
  search: SearchStore
  versions: VersionStore
  freezeSettings: FreezeSettings
  outcomes: OutcomeStore
  contributions: ContributionStore
  archive: ArchiveStore
  audit: AuditStore
  blocks: BlockStore
  links: HeldLinkStore
  changeLog: ChangeLog
  revisions: RevisionIndex
  redactions: RedactionStore
  /** Where the bytes of images lie. */
  uploadsFolder: string
  clock: Clock
  keys: { organiser: string; cookie: string }
  renderer: Renderer
  /** The built files that pages load; undefined in development, where Vite serves them. */
  clientFolder: string | undefined
  /** Serves the pages' sources in development, and calls `next` for everything else. */
  developmentFiles: DevRenderer['middleware'] | undefined
}
