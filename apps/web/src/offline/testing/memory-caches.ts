/** The part of a browser's Cache Storage that is used here, for as long as a test runs. */
export function memoryCaches(): CacheStorage {
  const folders = new Map<string, Map<string, Response>>()
  const urlOf = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request))
  const open = async (name: string) => {
    const kept = folders.get(name) ?? new Map<string, Response>()
    folders.set(name, kept)
    return {
      match: async (request: RequestInfo | URL) => kept.get(urlOf(request))?.clone(),
      put: async (request: RequestInfo | URL, response: Response) => void kept.set(urlOf(request), response),
      delete: async (request: RequestInfo | URL) => kept.delete(urlOf(request)),
      keys: async () => [...kept.keys()].map((url) => new Request(url)),
    }
  }
  const storage = {
    open,
    keys: async () => [...folders.keys()],
    delete: async (name: string) => folders.delete(name),
  }
  return storage as unknown as CacheStorage
}
