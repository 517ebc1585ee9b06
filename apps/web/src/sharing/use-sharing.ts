import type { AccessState, LockState, MadeRoleLink, NewRoleLink, PadAccess, RoleLink } from '@forumpad/api'
import { useCallback, useEffect, useState } from 'react'
import { askServer } from '../ui/ask-server.ts'
import { apiPath, type SharedThing } from './shared-thing.ts'

export type Sharing = {
  /** Null until the server has answered. */
  links: readonly RoleLink[] | null
  access: AccessState | null
  problem: string | null
  /** Gives the address of the new link, which is told this once. */
  make(link: NewRoleLink): Promise<string | null>
  revoke(id: number): Promise<void>
  choose(access: PadAccess | null): Promise<void>
  /** While it is locked, only those with a link write. */
  lock(locked: boolean): Promise<void>
}

/** The links of a pad or an event and who may come without one, as the server has them. */
export function useSharing(thing: SharedThing): Sharing {
  const path = apiPath(thing)
  const [links, setLinks] = useState<readonly RoleLink[] | null>(null)
  const [access, setAccess] = useState<AccessState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  const ask = useCallback(
    async <Body>(method: string, what: 'links' | 'access' | 'lock' | 'unlock' | `links/${number}`, body?: unknown) => {
      const answer = await askServer<Body>(method, `${path}/${what}`, body)
      setProblem(answer.is === 'problem' ? answer.problem : null)
      return answer.is === 'done' ? { body: answer.body } : null
    },
    [path],
  )
  const listAgain = useCallback(async () => {
    const answer = await ask<RoleLink[]>('GET', 'links')
    if (answer) setLinks(answer.body)
  }, [ask])

  useEffect(() => {
    void listAgain()
    void ask<AccessState>('GET', 'access').then((answer) => answer && setAccess(answer.body))
  }, [ask, listAgain])

  return {
    links,
    access,
    problem,
    async make(link) {
      const made = await ask<MadeRoleLink>('POST', 'links', link)
      if (made) await listAgain()
      return made?.body.url ?? null
    },
    async revoke(id) {
      if (await ask<null>('DELETE', `links/${id}`)) await listAgain()
    },
    async choose(wish) {
      // Shown at once; the server has the last word.
      const before = access
      setAccess({ chosen: wish, access: wish ?? before?.access ?? 'open', lock: before?.lock ?? null })
      const answer = await ask<AccessState>('PUT', 'access', { access: wish })
      setAccess(answer?.body ?? before)
    },
    async lock(locked) {
      await ask<LockState>('POST', locked ? 'lock' : 'unlock')
      const now = await ask<AccessState>('GET', 'access')
      if (now) setAccess(now.body)
    },
  }
}
