import { type ComponentType, lazy } from 'react'
import { loadPatiently } from './patient-load.ts'

/** A part of the page that loads when it is drawn first. If it cannot be had it is not drawn; the rest of the page stays. */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadPatiently(load).catch((): ComponentType<Props> => Nothing) }))
}

function Nothing(): null {
  return null
}
