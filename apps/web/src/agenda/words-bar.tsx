import styles from './words-bar.module.css'

/** From here on the bar is full. */
const MANY_WORDS = 900

/** How much is written, as a hair-thin bar. An SVG, because its width may be an attribute; the number stands beside it. */
export function WordsBar({ words }: { words: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} width="100" height="1" />
      <rect className={styles.fill} width={barLength(words)} height="1" />
    </svg>
  )
}

/** 0 to 100. By the square root, so that the first notes are seen and a long text does not dwarf all others. */
export function barLength(words: number): number {
  return Math.round(100 * Math.sqrt(Math.min(words, MANY_WORDS) / MANY_WORDS))
}
