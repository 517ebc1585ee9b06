import type { Awareness } from 'y-protocols/awareness'

/** The provider has dropped the states of the others; without their clocks, the same states are taken again on return. */
export function forgetOthers({ meta, clientID }: Awareness) {
  for (const client of meta.keys()) if (client !== clientID) meta.delete(client)
}
