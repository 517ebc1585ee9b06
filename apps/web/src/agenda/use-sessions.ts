import type { Event, SessionWithActivity } from '@forumpad/api'
import { useQuery } from '@tanstack/react-query'

/** How long the state of the pads on the screen may lag behind. */
const REFRESH_MS = 10_000

/**
 * The sessions with what happens in their pads: those the page came with, then fresh ones every ten seconds while the
 * page is looked at. `stale` when the last try failed: what is shown may be old.
 */
export function useSessions(event: Event, first: SessionWithActivity[]) {
  const { data, isError } = useQuery({
    queryKey: ['sessions', event.slug],
    queryFn: ({ signal }) => fetchSessions(event.slug, signal),
    initialData: first,
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
    retry: false,
  })
  return { sessions: data, stale: isError }
}

async function fetchSessions(slug: string, signal: AbortSignal): Promise<SessionWithActivity[]> {
  const response = await fetch(`/api/v1/events/${slug}/sessions?descriptions=false`, {
    signal,
    headers: { accept: 'application/json' },
  })
  if (!response.ok) throw new Error(`The agenda could not be refreshed: ${response.status}`)
  return (await response.json()) as SessionWithActivity[]
}
