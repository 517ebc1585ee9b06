/** Which pad a socket is for, and what the page that opens it asks for. */
export type SyncAddress = {
  pad: string
  page: boolean
  client: number | undefined
  schemaVersion: number | undefined
  epoch: number | undefined
  /** Whom the page takes its visitor for. */
  pageOf: string | undefined
}

/** Reads `/sync/PAD?page=1&client=…&schema=…&epoch=…`; undefined for any other address. */
export function readSyncAddress(url: string): SyncAddress | undefined {
  const [path = '', ...rest] = url.split('?')
  const match = /^\/sync\/([^/]+)$/.exec(path)
  const pad = match && decoded(match[1] ?? '')
  if (!pad) return undefined
  const query = new URLSearchParams(rest.join('?'))
  return {
    pad,
    page: query.get('page') === '1',
    client: wholeNumber(query.get('client')),
    schemaVersion: wholeNumber(query.get('schema')),
    epoch: wholeNumber(query.get('epoch')),
    pageOf: query.get('person') ?? undefined,
  }
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

function wholeNumber(text: string | null): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined
  return Number(text)
}
