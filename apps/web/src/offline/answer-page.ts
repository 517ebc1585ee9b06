/** A network that has not answered after so long is taken for one that does not. */
export const PATIENCE_MS = 3_000

export type PageSources = {
  fetchPage(): Promise<Response>
  /** The server has answered. */
  heard(response: Response): Promise<void>
  /** The copy on this device. */
  copy(): Promise<Response | undefined>
  /** What is shown when there is none. */
  offlinePage(): Promise<Response | undefined>
  patience?: number
}

/**
 * The page from the server; the copy on this device only while the server does not answer. `kept` is over when the answer is on
 * this device, which may be long after an impatient `page`.
 */
export function answerPage(sources: PageSources): { page: Promise<Response>; kept: Promise<void> } {
  const { fetchPage, heard, copy, offlinePage, patience = PATIENCE_MS } = sources
  let keeping = Promise.resolve()
  const fresh = fetchPage().then((response) => {
    keeping = heard(response.clone())
    return response
  })

  async function page(): Promise<Response> {
    const soon = await Promise.race([fresh.then(answered, nothing), pause(patience)])
    if (soon) return soon
    const kept = await copy()
    if (kept) return kept
    try {
      return await fresh
    } catch {
      return (await offlinePage()) ?? Response.error()
    }
  }

  return { page: page(), kept: fresh.then(() => keeping, nothing) }
}

/** A proxy that speaks for a server which is away has not answered for it. */
function answered(response: Response): Response | undefined {
  return [502, 503, 504].includes(response.status) ? undefined : response
}

function nothing(): undefined {}

function pause(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms))
}
