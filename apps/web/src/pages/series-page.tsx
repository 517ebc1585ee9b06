import { useWords } from '../languages/use-words.tsx'
import { OutcomeGroups } from '../outcomes/outcome-groups.tsx'
import { NextOccurrence } from '../series/next-occurrence.tsx'
import { Occurrences } from '../series/occurrences.tsx'
import series from '../series/series.module.css'
import { splitOccurrences } from '../series/split-occurrences.ts'
import { dayName, wallTime } from '../ui/event-times.ts'
import { PageHeader } from '../ui/page-header.tsx'
import { useNow } from '../ui/use-now.tsx'
import styles from './outcomes-page.module.css'
import type { PageProps } from './page-props.ts'

/** A regular call on one page: the date that counts now, what is still to do since the last, and all the others. */
export function SeriesPage({ data }: PageProps<'series'>) {
  const words = useWords()
  const { say } = words
  const { event, title, occurrences, current, last, pads, outcomes, url } = data
  const now = useNow()
  const zone = event.timeZone
  const today = wallTime(data.now, zone).date
  const { toCome, past } = splitOccurrences(occurrences, now)
  const ofPad = (pad: string | null) => occurrences.find(({ session }) => session.pad === pad)
  const [next, before] = [ofPad(current), ofPad(last)]
  const address = `/e/${encodeURIComponent(event.slug)}`
  const year = today.slice(0, 4)
  return (
    <>
      <PageHeader trail={[{ label: event.title, href: address }, { label: title }]} />
      <main className={styles.main}>
        <h1 className={styles.title} dir="auto">
          {title}
        </h1>
        {next && <NextOccurrence {...{ event, now, url }} occurrence={next} />}
        {before && outcomes.length > 0 && (
          <section aria-labelledby="open" className={series.section}>
            <h2 id="open" className={series.heading}>
              {before.session.start === null
                ? say('Open actions')
                : say('Open actions of {day}', { day: dayName(wallTime(before.session.start, zone).date, words) })}
            </h2>
            <OutcomeGroups
              {...{ pads, outcomes, by: 'session', zone, today, headless: true }}
              back={`${address}/series/${encodeURIComponent(data.series)}`}
            />
          </section>
        )}
        <Occurrences heading={say('To come')} id="to-come" occurrences={toCome} {...{ zone, year }} />
        <Occurrences heading={say('Held')} id="held" occurrences={past} {...{ zone, year }} />
        <p className={styles.more}>
          <a href={`${address}/outcomes?series=${encodeURIComponent(data.series)}`}>
            {say('All outcomes of this series')}
          </a>
        </p>
      </main>
    </>
  )
}
