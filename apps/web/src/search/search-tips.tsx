import { sentence } from '../languages/sentence.ts'
import { useWords } from '../languages/use-words.tsx'
import styles from './search-tips.module.css'

const TIPS = [
  ['budget travel', sentence('pads that have both words, in titles, notes or chats')],
  ['"release date"', sentence('these words beside each other')],
  ['migrat*', sentence('words that begin like this')],
  ['-draft', sentence('pads without this word')],
  ['#action #decision', sentence('lines that are marked so; ##tag finds hashtags')],
  ['room:104 day:2017-05-10', sentence('also event: track: person:')],
] as const

/** How to ask. */
export function SearchTips() {
  const { say } = useWords()
  return (
    <dl className={styles.tips}>
      {TIPS.map(([written, meaning]) => (
        <div key={written} className={styles.tip}>
          <dt className={styles.written}>
            <bdi dir="ltr">{written}</bdi>
          </dt>
          <dd className={styles.meaning}>{say(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}
