import type { Person } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AgendaStore } from '../agenda/agenda-store.ts'
import type { AuditStore } from '../audit/audit-store.ts'
import type { PadCreation } from '../config.ts'
import type { Organiser } from '../http/organiser.ts'
import type { HeldLinks } from '../links/held-links.ts'
import type { NoterOf } from '../noter.ts'
import type { PadDirectory } from '../pads/pad-directory.ts'
import type { Clerk } from '../review/clerk.ts'
import type { FreezeSettings } from '../review/freeze-settings.ts'
import type { MinutesReader } from '../review/read-minutes.ts'
import type { VersionStore } from '../review/version-store.ts'
import type { Rights } from '../rights/rights.ts'
import type { RoleStore } from '../rights/role-store.ts'
import type { RoomStore } from '../room/room-store.ts'
import type { Renderer } from './renderer.ts'

/** Everything that pages are made of. */
export type PageParts = {
  renderer: Renderer
  livePads: LivePads
  pads: PadDirectory
  roles: Pick<RoleStore, 'closedPads'>
  agenda: AgendaStore
  organiser: Organiser
  rights: Rights
  room: Pick<RoomStore, 'attendees'>
  minutes: MinutesReader
  clerk: Clerk
  heldLinks: HeldLinks
  versions: VersionStore
  audit: AuditStore
  freezeSettings: Pick<FreezeSettings, 'freezesAt' | 'hoursAfterEnd'>
  /** The name of whoever asks, for what they do; null for a program. */
  nameOf(request: FastifyRequest): Promise<string | null>
  /** What writes down what somebody does who has the power to. */
  noterOf: NoterOf
  padCreation: PadCreation
  /** The person behind a request; somebody new gets a cookie with the reply. */
  visitor(request: FastifyRequest, reply: FastifyReply): Promise<Person>
  author(request: FastifyRequest): Promise<Person>
  originOf(request: FastifyRequest): string
  isHttps(request: FastifyRequest): boolean
  now(): number
}
