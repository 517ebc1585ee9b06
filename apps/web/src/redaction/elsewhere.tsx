import type { ElsewhereWords } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import styles from './redact-dialog.module.css'

type Props = { elsewhere: ElsewhereWords; chosen: ReadonlySet<string>; choose: (pads: ReadonlySet<string>) => void }

/** Where else the same words stand: what goes with the passage, and in which other pads they go if that is wanted. */
export function Elsewhere({ elsewhere: { chat, comments, pads }, chosen, choose }: Props) {
  const { say } = useWords()
  return (
    <>
      {chat + comments > 0 && (
        <p className={styles.soft}>
          {say(
            'The same words go from {chat, plural, one {# message of the chat} other {# messages of the chat}} and {comments, plural, one {# comment} other {# comments}}.',
            { chat, comments },
          )}
        </p>
      )}
      {pads.length > 0 && (
        <fieldset className={styles.pads}>
          <legend>{say('The same words stand in other pads of this series. Take them out there too:')}</legend>
          {pads.map(({ pad, title, places, asides }) => (
            <label key={pad}>
              <input
                type="checkbox"
                checked={chosen.has(pad)}
                onChange={({ target }) => {
                  const now = new Set(chosen)
                  if (target.checked) now.add(pad)
                  else now.delete(pad)
                  choose(now)
                }}
              />
              <span>
                <bdi>{title}</bdi>{' '}
                <small>
                  {say('/p/{pad}, {count, plural, one {# place} other {# places}}', { pad, count: places + asides })}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
