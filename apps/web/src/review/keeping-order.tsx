import type { ReviewData } from '@forumpad/api'
import { keepsOrder } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './links.ts'

/** For moderators: make the minutes final, open them for corrections, draft a mail. Forms, so that no script is needed. */
export function KeepingOrder({ data: { pad, state, role, versions } }: { data: ReviewData }) {
  const { say } = useWords()
  if (!keepsOrder(role)) return null
  const isFrozen = state.is === 'frozen'
  return (
    <div className="minutes-order">
      <form method="post" action={padHref(pad.name, isFrozen ? '/review/thaw' : '/review/freeze')}>
        <button type="submit">{isFrozen ? say('Open for corrections') : say('Freeze these minutes')}</button>
      </form>
      <a href={padHref(pad.name, '/review/mail')}>{say('Draft a mail')}</a>
      <p>
        {isFrozen
          ? say('Whoever may write can then write again. The version stays.')
          : say(
              'Nobody can write in the pad then, and what it says is kept as version {number}, unless it is kept already.',
              { number: (versions[0]?.number ?? 0) + 1 },
            )}
      </p>
    </div>
  )
}
