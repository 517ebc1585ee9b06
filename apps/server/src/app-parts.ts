import type { Clock, PadStore } from '@forumpad/sync'
import type { AgendaStore } from './agenda/agenda-store.ts'
import type { ImportHistory } from './agenda/import-history.ts'
import type { SourceStore } from './agenda/source-store.ts'
import type { ChatStore } from './chat/chat-store.ts'
import type { Config } from './config.ts'
import type { ImageStore } from './images/image-store.ts'
import type { PadDirectory } from './pads/pad-directory.ts'
import type { DevRenderer } from './pages/dev-renderer.ts'
import type { Renderer } from './pages/renderer.ts'
import type { PersonStore } from './people/person-store.ts'
import type { RoleStore } from './rights/role-store.ts'
import type { RoomStore } from './room/room-store.ts'

/** What the program is made of, so that tests can give it other stores, another clock and other pages. */
export type AppParts = {
  config: Pick<Config, 'publicUrl' | 'trustProxy' | 'padCreation' | 'logLevel' | 'dev'>
  store: PadStore
  pads: PadDirectory
  persons: PersonStore
  agenda: AgendaStore
  importHistory: ImportHistory
  agendaSources: SourceStore
  chat: ChatStore
  roles: RoleStore
  room: RoomStore
  images: ImageStore
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
