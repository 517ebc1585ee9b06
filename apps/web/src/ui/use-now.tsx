import { createContext, use, useEffect, useState } from 'react'

const Moment = createContext('1970-01-01T00:00:00Z')

/** The moment at which the server made the page, so that the browser's first rendering equals the server's. */
export const FirstMoment = Moment.Provider

/** Now, in milliseconds since 1970: the server's moment at first, then the reader's clock, every `everyMs`. */
export function useNow(everyMs = 15_000): number {
  const first = Date.parse(use(Moment))
  const [now, setNow] = useState(first)
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
