import { type ComponentType, lazy } from 'react'

/** A part of the page that loads when it is drawn first. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await load() }))
}
