import type { TableReading } from '@forumpad/api'
import type { ImportHistory } from './import-history.ts'
import type { SourceStore } from './source-store.ts'

type Parts = { sources: Pick<SourceStore, 'find' | 'save'>; history: Pick<ImportHistory, 'readingOf'> }

/** How somebody said that a table is read; null if nobody said anything. */
export function readingIn({ columns, dayOrder }: TableReading): TableReading | null {
  if (columns === undefined && dayOrder === undefined) return null
  return { ...(columns && { columns }), ...(dayOrder && { dayOrder }) }
}

/** How the table at an address is read, as it was said for the refresh or for an earlier import. */
export async function knownReading(
  { sources, history }: Parts,
  event: string,
  url: string,
): Promise<TableReading | null> {
  const source = await sources.find(event)
  return (source?.url === url ? source.reading : null) ?? history.readingOf(event, url)
}

/** The refresh goes on as somebody said for an import of the same address. */
export async function keepReading(
  { sources }: Pick<Parts, 'sources'>,
  event: string,
  url: string,
  reading: TableReading,
): Promise<void> {
  const source = await sources.find(event)
  if (source?.url === url) await sources.save({ ...source, reading })
}
