import type { ChangesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { padHref } from './changes-address.ts'

/** Asks for the changes between two other revisions. */
export function SpanForm({ data: { pad, from, to, only } }: { data: ChangesData }) {
  const { say } = useWords()
  return (
    <form className="span-form" method="get" action={padHref(pad.name, '/changes')}>
      <h2>{say('Compare other revisions')}</h2>
      <p>
        <label>
          {say('From')}{' '}
          <input type="number" name="from" min={0} max={pad.revision - 1} defaultValue={from.revision} required />
        </label>{' '}
        <label>
          {say('to')} <input type="number" name="to" min={1} max={pad.revision} defaultValue={to.revision} required />
        </label>
        {only && <input type="hidden" name="author" value={only.id} />} <button type="submit">{say('Compare')}</button>
      </p>
      <p className="changes-soft">
        {say('0 is the pad before anybody wrote; the newest is {newest}.', { newest: pad.revision })}
      </p>
    </form>
  )
}
