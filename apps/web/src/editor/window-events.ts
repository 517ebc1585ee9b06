export type WindowEvents = {
  online(): void
  offline(): void
  /** The page can be seen again: it may have slept for hours. */
  seen(): void
  /** The page is put away or closed: it may never run again. */
  leaves(): void
  everySecond(): void
}

/** Tells what happens around a page, until the returned function is called. */
export function watchWindow(on: WindowEvents): () => void {
  const onVisibility = () => {
    if (document.visibilityState === 'visible') on.seen()
    else on.leaves()
  }
  const timer = setInterval(on.everySecond, 1_000)
  addEventListener('online', on.online)
  addEventListener('offline', on.offline)
  addEventListener('pagehide', on.leaves)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    clearInterval(timer)
    removeEventListener('online', on.online)
    removeEventListener('offline', on.offline)
    removeEventListener('pagehide', on.leaves)
    document.removeEventListener('visibilitychange', onVisibility)
  }
}
