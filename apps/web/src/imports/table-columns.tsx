import type { DayOrder, TableColumn, TableFacts, TableReading } from '@forumpad/api'
import { type FormEvent, useId, useState } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { Button } from '../ui/button.tsx'
import { COLUMN_WORDS, dayWords, meant, readingOf } from './column-words.ts'
import styles from './imports.module.css'

type Props = {
  table: TableFacts
  /** It cannot be read before somebody says more. */
  isUnread: boolean
  lookAgain: (reading: TableReading) => void
}

/** What each column of a table was taken for, with its first cells, to be put right by hand. */
export function TableColumns({ table, isUnread, lookAgain }: Props) {
  const words = useWords()
  const { say } = words
  const id = useId()
  const [means, setMeans] = useState<readonly (TableColumn | null)[]>(table.columns.map((column) => column.means))
  const [order, setOrder] = useState<DayOrder | null>(table.dates?.order ?? null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    lookAgain(readingOf(table, means, order))
  }
  return (
    <details className={styles.table} open={isUnread}>
      <summary>{isUnread ? say('The columns of the table') : say('How the columns of the table were read')}</summary>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.soft}>
          {say(
            'A session needs a title, and a start or a date. What is chosen here is kept with the address, so that the refresh reads it in the same way.',
          )}
        </p>
        <ul className={styles.columns}>
          {table.columns.map(({ heading, examples }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place, its heading may be another's too
            <li key={at} className={styles.column}>
              <label htmlFor={`${id}-${at}`} className={styles.name} dir="auto">
                {heading || say('Column {number}, without a heading', { number: String(at + 1) })}
              </label>
              <select
                id={`${id}-${at}`}
                className={styles.select}
                value={means[at] ?? ''}
                onChange={({ target }) => setMeans(meant(means, at, target.value))}
              >
                <option value="">{say('not used')}</option>
                {Object.entries(COLUMN_WORDS).map(([column, name]) => (
                  <option key={column} value={column}>
                    {say(name)}
                  </option>
                ))}
              </select>
              <span className={styles.examples} dir="auto">
                {examples.filter((example) => example !== '').join(' · ') || say('nothing in the first rows')}
              </span>
            </li>
          ))}
        </ul>
        {table.dates !== null && (
          <label className={styles.labelled}>
            {say('The date {example} is', { example: table.dates.example })}
            <select
              className={styles.select}
              value={order ?? ''}
              onChange={({ target }) => setOrder(target.value === 'month first' ? 'month first' : 'day first')}
            >
              <option value="day first">{dayWords(table.dates.days['day first'], 'day first', words)}</option>
              <option value="month first">{dayWords(table.dates.days['month first'], 'month first', words)}</option>
            </select>
          </label>
        )}
        <div className={styles.actions}>
          <Button type="submit">{say('Look again')}</Button>
        </div>
      </form>
    </details>
  )
}
