import type { Random } from '@forumpad/sync/testing'
import * as Y from 'yjs'

/**
 * Gives every Yjs document that is made meanwhile a client id from `random`: ids decide who comes first where two people type at the same
 * place, so that a schedule replays only with the same ones.
 */
export async function withSeededIds<T>(random: Random, work: () => Promise<T>): Promise<T> {
  const taken = new Set<number>()
  const fresh = (): number => {
    const id = 1 + random.below(2 ** 32 - 1)
    if (taken.has(id)) return fresh()
    taken.add(id)
    return id
  }
  // Yjs sets the id in the constructor; from then on it is an ordinary property.
  Object.defineProperty(Y.Doc.prototype, 'clientID', {
    configurable: true,
    set() {
      Object.defineProperty(this, 'clientID', { value: fresh(), writable: true, enumerable: true, configurable: true })
    },
  })
  try {
    return await work()
  } finally {
    Reflect.deleteProperty(Y.Doc.prototype, 'clientID')
  }
}
