/** What a page tells the service worker once it stands: it was opened, and these files came with it. */
export type Opened = { page: string; assets: string[] }

/** Reads such a message; only addresses of this site are taken. */
export function readOpened(message: unknown, origin: string): Opened | undefined {
  if (typeof message !== 'object' || message === null || !('page' in message) || !('assets' in message))
    return undefined
  const { page, assets } = message
  const isOurs = (address: unknown): address is string =>
    typeof address === 'string' && URL.canParse(address) && new URL(address).origin === origin
  if (!isOurs(page) || !Array.isArray(assets)) return undefined
  return { page, assets: assets.filter(isOurs).filter(isAsset) }
}

/** A file of a build, by its address. */
export function isAsset(address: string): boolean {
  return new URL(address).pathname.startsWith('/assets/')
}
