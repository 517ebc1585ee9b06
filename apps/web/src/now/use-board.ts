import type { Board } from '@forumpad/api'
import { useEffect, useState } from 'react'

/** Sessions begin and end by the clock: looked at so often even if nobody says anything. */
const LOOK_EVERY_MS = 20_000

/**
 * The board that the page came with, then as the server has it: at once when a moderator says something, and every twenty seconds.
 * One that was asked for another moment stands still.
 */
export function useBoard(
  first: Board,
  { at, room = '', track = '' }: { at: string | null; room?: string; track?: string },
): Board {
  const [board, setBoard] = useState(first)
  const base = `/api/v1/events/${encodeURIComponent(first.event.slug)}/now`
  useEffect(() => {
    if (at !== null) return
    let isOver = false
    const filter = new URLSearchParams(Object.entries({ room, track }).filter(([, value]) => value !== ''))
    const look = async () => {
      const answer = await fetch(`${base}?${filter}`).catch(() => null)
      // Without network the last board stays: it is better than none.
      if (answer?.ok && !isOver) setBoard((await answer.json()) as Board)
    }
    const news = new EventSource(`${base}/changes`)
    news.onmessage = () => void look()
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    return () => {
      isOver = true
      news.close()
      clearInterval(timer)
    }
  }, [base, at, room, track])
  return board
}
