import type { Person } from '@forumpad/api'
import type { LivePads } from '@forumpad/sync'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AgendaStore } from '../agenda/agenda-store.ts'
import type { PadCreation } from '../config.ts'
import type { Organiser } from '../http/organiser.ts'
import type { PadDirectory } from '../pads/pad-directory.ts'
import type { Rights } from '../rights/rights.ts'
import type { Renderer } from './renderer.ts'

/** Everything that pages are made of. */
export type PageParts = {
  renderer: Renderer
  livePads: LivePads
  pads: PadDirectory
  agenda: AgendaStore
  organiser: Organiser
  rights: Rights
  padCreation: PadCreation
  /** The person behind a request; somebody new gets a cookie with the reply. */
  visitor(request: FastifyRequest, reply: FastifyReply): Promise<Person>
  author(request: FastifyRequest): Promise<Person>
  originOf(request: FastifyRequest): string
  isHttps(request: FastifyRequest): boolean
  now(): number
}
