import type { ChatMessage } from '@forumpad/api'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'

/** Time for a screen reader to finish; what comes meanwhile is told together. */
const TOLD_EVERY_MS = 2_500

/** What a screen reader should say of new messages of others: each one, or how many if they come quickly. */
export function useChatSaid(messages: readonly ChatMessage[], loaded: boolean, me: string): string {
  const { say } = useWords()
  const [said, setSaid] = useState('')
  const told = useRef<number | null>(null)
  const newest = useRef(messages)
  newest.current = messages
  useEffect(() => {
    if (!loaded) return
    const tell = () => {
      const upTo = told.current
      told.current = newest.current.at(-1)?.id ?? 0
      if (upTo === null) return
      const news = newest.current.filter(({ id, person, deletedBy }) => id > upTo && person.id !== me && !deletedBy)
      const [only] = news
      if (only && news.length === 1) setSaid(`${only.person.name}: ${only.text}`)
      else if (news.length > 1)
        setSaid(say('{count, plural, one {# new message} other {# new messages}}', { count: news.length }))
    }
    tell()
    const timer = setInterval(tell, TOLD_EVERY_MS)
    return () => clearInterval(timer)
  }, [loaded, me, say])
  return said
}
