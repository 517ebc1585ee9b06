import { ensureBuilt } from '../scripts/build.mjs'

/** Builds once before the tests that start the server as its own process. */
export async function setup(): Promise<void> {
  await ensureBuilt()
}
