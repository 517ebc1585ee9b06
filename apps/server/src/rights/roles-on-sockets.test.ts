import type { IncomingMessage } from 'node:http'
import type { Role } from '@forumpad/api'
import { expect, test } from 'vitest'
import { createRolesOnSockets } from './roles-on-sockets.ts'

const ada = { id: 'ada', name: 'Ada', hue: 1 }

test('Of an open socket it is known what it was when that was last asked, and that it was shut out', async () => {
  let role: Role | null = 'moderator'
  const roles = createRolesOnSockets({ roleInPad: async () => role }, () => false)
  const socket = { headers: {} } as IncomingMessage
  expect(roles.lastKnown(socket)).toBeNull()
  expect(await roles.rightNow(socket, ada, 'edge')).toBe('write')
  role = null
  expect(roles.lastKnown(socket)).toBe('moderator')
  expect(await roles.rightNow(socket, ada, 'edge')).toBe('none')
  expect(roles.lastKnown(socket)).toBeNull()
})
