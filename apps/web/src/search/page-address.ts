import type { SearchData } from '@forumpad/api'

/** Where another page of the same search is. */
export function pageAddress({ q, event, day, track, room, person }: SearchData, page: number): string {
  const asked = Object.entries({ q, event, day, track, room, person }).filter(([, value]) => value)
  return `/search?${new URLSearchParams([...asked.map(([name, value]) => [name, value ?? '']), ['page', String(page)]])}`
}
