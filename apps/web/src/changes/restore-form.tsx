import type { ChangesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './changes-address.ts'
import { momentInWords } from './moment-words.tsx'

type RestoreFormProps = { data: ChangesData; moment: ChangesData['from']; zone: string }

/** For moderators: brings the text of a revision back, after a second click that says what will happen. */
export function RestoreForm({ data: { pad }, moment, zone }: RestoreFormProps) {
  const words = useWords()
  const { say } = words
  const number = moment.revision
  if (pad.frozenAt !== null)
    return (
      <p className="changes-soft">
        {say('This pad is frozen: revision {number} cannot be restored until it is reopened.', { number })}
      </p>
    )
  return (
    <details className="confirm">
      <summary>{say('Restore revision {number}', { number })}</summary>
      <form method="post" action={padHref(pad.name, `/restore/${moment.revision}`)}>
        <p>
          {say(
            'The text of everybody who has this pad open becomes what it was at revision {moment}, with its authors. Nothing is lost: all later revisions stay in the history, and you can restore revision {newest} to undo this.',
            {
              moment: moment.at === null ? number : `${number} (${momentInWords(moment.at, zone, words)})`,
              newest: pad.revision,
            },
          )}
        </p>
        <button type="submit" className="strong">
          {say('Restore it now')}
        </button>
      </form>
    </details>
  )
}
