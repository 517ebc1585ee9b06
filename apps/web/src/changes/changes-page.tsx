import { type ChangesData, keepsOrder } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import { Changers } from './changers.tsx'
import { addressOf, padHref } from './changes-address.ts'
import { ChangesBar } from './changes-bar.tsx'
import { LeftAlone } from './left-alone.tsx'
import { MomentWords } from './moment-words.tsx'
import { RestoreForm } from './restore-form.tsx'
import { SpanForm } from './span-form.tsx'
import { UndoForm } from './undo-form.tsx'

/** What is different between two revisions of a pad. Whole without any script. */
export function ChangesPage({ data }: { data: ChangesData }) {
  const { pad, facts, from, to, only, places, html, role } = data
  const { say, weave } = useWords()
  const zone = facts?.event.timeZone ?? 'UTC'
  const span = { from: <MomentWords moment={from} zone={zone} />, to: <MomentWords moment={to} zone={zone} /> }
  return (
    <>
      <ChangesBar data={data} />
      <main className="changes">
        <h1 dir="auto">{facts?.session.title ?? pad.title}</h1>
        <p className="changes-span">
          {only
            ? weave('What {name} changed from {from} to {to}', { ...span, name: <bdi>{only.name}</bdi> })
            : weave('What changed from {from} to {to}', span)}
          {to.revision === pad.revision && `, ${say('the newest')}`}
        </p>
        {data.left && <LeftAlone left={data.left} />}
        <Changers data={data} />
        {places === 0 ? (
          <p className="changes-none">
            {only ? (
              <>
                {weave('Nothing that {name} did between the two can be seen in the text.', {
                  name: <bdi>{only.name}</bdi>,
                })}{' '}
                <a href={addressOf(data, { author: null })}>{say('Show what all did')}</a>
              </>
            ) : (
              say('Nothing is different: what changed between the two was changed back.')
            )}
          </p>
        ) : (
          <section aria-label={say('The text with its changes')}>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see ChangesData */}
            <div className="pad-text changed-text" dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        )}
        <aside className="changes-tools" aria-label={say('More about these changes')}>
          <SpanForm data={data} />
          <p>
            <a href={padHref(pad.name, '/changes.atom')}>{say('Follow this pad by feed')}</a>
          </p>
          {keepsOrder(role) && only && places > 0 && <UndoForm data={data} person={only} />}
          {keepsOrder(role) && from.revision > 0 && <RestoreForm data={data} moment={from} zone={zone} />}
          {keepsOrder(role) && to.revision < pad.revision && <RestoreForm data={data} moment={to} zone={zone} />}
        </aside>
      </main>
    </>
  )
}
