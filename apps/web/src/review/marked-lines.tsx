import type { MarkedLine } from '@forumpad/api'
import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import { shortDate } from './long-time.ts'

const SECTIONS = [
  { is: 'decision', title: sentence('Decisions') },
  { is: 'action', title: sentence('Actions') },
  { is: 'question', title: sentence('Open questions') },
] as const

/** What was decided, who does what, and what is left open: each leads to its line in the text below. */
export function MarkedLines({ marked }: { marked: readonly MarkedLine[] }) {
  const { say } = useWords()
  if (marked.length === 0) return null
  return (
    <section className="minutes-outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes">{say('Outcomes')}</h2>
      {SECTIONS.map(({ is, title }) => {
        const lines = marked.filter((each) => each.is === is)
        return (
          lines.length > 0 && (
            <div key={is} className="minutes-outcome">
              <h3>{say(title)}</h3>
              <ul>
                {lines.map((each, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nothing here ever moves
                  <li key={index} data-done={each.isDone || undefined}>
                    <Marked marked={each} />
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </section>
  )
}

function Marked({ marked: { is, words: text, due, isDone, line } }: { marked: MarkedLine }) {
  const words = useWords()
  const { say } = words
  return (
    <>
      {is === 'action' && (
        <span className="minutes-box" role="img" aria-label={isDone ? say('Done‖not open') : say('To do')}>
          {isDone ? '☑' : '☐'}
        </span>
      )}
      <a href={`#${line}`} dir="auto">
        {text}
      </a>
      {due !== null && (
        <span className="minutes-due">
          {words.weave('due {day}', { day: <time dateTime={due}>{shortDate(due, words)}</time> })}
        </span>
      )}
    </>
  )
}
