import type { OutcomesData } from '@forumpad/api'
import { useWords } from '../languages/use-words.tsx'
import type { Say } from '../languages/words.ts'
import { viewAddress } from '../outcomes/filter-address.ts'
import { KindChoice } from '../outcomes/kind-choice.tsx'
import { OutcomeFiles } from '../outcomes/outcome-files.tsx'
import { OutcomeFilters } from '../outcomes/outcome-filters.tsx'
import { OutcomeGroups } from '../outcomes/outcome-groups.tsx'
import { SharedLinks } from '../outcomes/shared-links.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { wallTime } from '../ui/event-times.ts'
import { PageHeader } from '../ui/page-header.tsx'
import styles from './outcomes-page.module.css'
import type { PageProps } from './page-props.ts'

/** What came out: of an event, with filters, or of one pad. Complete without script. */
export function OutcomesPage({ data }: PageProps<'outcomes'>) {
  const { say } = useWords()
  const { event, pad, filter, by, counts, choices, pads, outcomes, sharedLinks } = data
  const zone = event?.timeZone ?? 'UTC'
  const back = addressOf(data)
  return (
    <>
      <PageHeader trail={trailOf(data, say)} />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {pad === null ? say('Outcomes') : say('Outcomes of {title}', { title: pad.title })}
        </h1>
        {event !== null && pad === null && (
          <>
            <KindChoice {...{ filter, by, counts }} event={event.slug} />
            <OutcomeFilters {...{ filter, by, choices }} event={event.slug} />
          </>
        )}
        {outcomes.length === 0 && <Nothing data={data} />}
        <OutcomeGroups
          {...{ pads, outcomes, by, zone, back }}
          today={wallTime(data.now, zone).date}
          headless={pad !== null}
        />
        <More data={data} />
        {(!filter.kind || filter.kind === 'link') && <SharedLinks links={sharedLinks} />}
        {event !== null && pad === null && <OutcomeFiles event={event.slug} filter={filter} />}
      </main>
    </>
  )
}

function addressOf({ event, pad, filter, by, from }: OutcomesData): string {
  if (pad !== null) return `/p/${encodeURIComponent(pad.name)}/outcomes`
  return event === null ? '/' : viewAddress(event.slug, { filter, by, from })
}

function trailOf({ event, pad }: OutcomesData, say: Say) {
  return [
    ...(event === null ? [] : [{ label: event.title, href: `/e/${encodeURIComponent(event.slug)}` }]),
    ...(pad === null ? [] : [{ label: pad.title, href: `/p/${encodeURIComponent(pad.name)}` }]),
    { label: say('Outcomes') },
  ]
}

function Nothing({ data: { event, pad, filter } }: PageProps<'outcomes'>) {
  const { say } = useWords()
  const asksForSome = Object.values(filter).some(Boolean)
  return (
    <EmptyState
      action={
        event !== null && pad === null && asksForSome ? (
          <a href={viewAddress(event.slug, { filter: {}, by: 'session' })}>{say('Show all outcomes')}</a>
        ) : undefined
      }
    >
      {asksForSome
        ? say('Nothing was marked that fits this choice.')
        : say(
            'Nothing is marked yet. Begin a line with ACTION: or DECISION:, write Q: before a question, or tick off tasks: it will stand here.',
          )}
    </EmptyState>
  )
}

function More({ data: { event, filter, by, from, total, outcomes } }: PageProps<'outcomes'>) {
  const { say } = useWords()
  if (event === null || total <= outcomes.length) return null
  const next = from + outcomes.length
  return (
    <p className={styles.more}>
      <span>{say('{first} to {last} of {total}', { first: from + 1, last: next, total })}</span>
      {from > 0 && <a href={viewAddress(event.slug, { filter, by })}>{say('First')}</a>}
      {next < total && <a href={viewAddress(event.slug, { filter, by, from: next })}>{say('Next')}</a>}
    </p>
  )
}
