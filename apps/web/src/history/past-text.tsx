import { memo, useEffect, useRef } from 'react'
import { useWords } from '../languages/use-words.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import type { ShownFrame } from './known-frames.ts'
import { PastSheet } from './past-sheet.ts'
import styles from './past-text.module.css'

type Props = { frame: ShownFrame; coloured: boolean; follow: boolean }

/** The text at a revision. Lines that changed since the one that was shown before light up for a moment; `follow` brings the first into sight. */
export function PastText({ frame, coloured, follow }: Props) {
  const { say } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const sheet = useRef<PastSheet>(null)
  const first = useRef(frame)
  useEffect(() => {
    const text = box.current?.querySelector('.pad-text')
    if (!text) return
    sheet.current ??= new PastSheet(text, first.current.blocks)
    const changed = sheet.current.show(frame.blocks)
    for (const element of changed) lightUp(element)
    if (follow && changed[0]) bringIntoSight(changed[0])
  }, [frame, follow])
  return (
    <div ref={box} className={styles.sheet} data-plain={!coloured || undefined}>
      <h2>
        <VisuallyHidden>{say('Text at this revision')}</VisuallyHidden>
      </h2>
      <ServerText html={first.current.blocks.map(({ html }) => html).join('')} />
    </div>
  )
}

/** Drawn once, like the text of a pad: afterwards the sheet changes line by line. */
const ServerText = memo(
  function ServerText({ html }: { html: string }) {
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see PastBlock
    return <div className="pad-text" dangerouslySetInnerHTML={{ __html: html }} />
  },
  () => true,
)

function lightUp(element: Element): void {
  if (!('animate' in element)) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  element.animate(
    { backgroundColor: ['var(--accent-wash)', 'var(--accent-wash)', 'transparent'] },
    { duration: 1_200, easing: still ? 'steps(1)' : 'ease-out' },
  )
}

/** Nothing moves while what changed can be seen. */
function bringIntoSight(element: Element): void {
  const { top, bottom } = element.getBoundingClientRect()
  const [least, most] = [innerHeight * 0.1, innerHeight * 0.7]
  if (top >= least && bottom <= most) return
  scrollBy({ top: top - innerHeight * 0.3, behavior: 'instant' })
}
