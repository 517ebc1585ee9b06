import { useWords } from '../languages/use-words.tsx'
import { TEXT_NAME } from './text-name.ts'
import './conventions/conventions.css'
import './lines.css'
import './tables/tables.css'
import { memo } from 'react'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import styles from './pad-text.module.css'
import type { StageRefs } from './use-live-pad.ts'

/**
 * The text as the server made it, and the place where the editor will stand. Rendered once: afterwards the editor shows and
 * hides both, in one frame, without asking React.
 */
export const PadText = memo(
  function PadText({ html, stage }: { html: string; stage: StageRefs }) {
    const { say } = useWords()
    return (
      <div className={styles.sheet} ref={stage.sheet}>
        {/* Headings in the text begin one level below, or at the same one. */}
        <h2 id={TEXT_NAME}>
          <VisuallyHidden>{say('Text of the pad')}</VisuallyHidden>
        </h2>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by the server, see PadData */}
        <div className="pad-text" ref={stage.text} dangerouslySetInnerHTML={{ __html: html }} />
        <div ref={stage.holder} hidden suppressHydrationWarning />
      </div>
    )
  },
  () => true,
)
