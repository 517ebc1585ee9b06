import type { Editor } from '@tiptap/core'
import { ChevronDown, ChevronRight, Link, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { Button } from '../../ui/button.tsx'
import { showPanel } from '../editing/open-panel.ts'
import { copyLineLink } from '../line-links/copy-line-link.ts'
import { goToLine } from '../line-links/go-to-line.ts'
import { lineHash } from '../line-links/line-link.ts'
import { useEditorFacts } from '../use-editor.ts'
import { type Heading, headingsOf, inOrder } from './headings.ts'
import styles from './outline-panel.module.css'
import { useHeadingInView } from './use-heading-in-view.ts'

/** As in the style sheet: there is no room beside the text. */
const OVER_THE_TEXT = '(max-width: 81.99rem)'

/** The headings of the pad beside the text, or over it where there is no room: to see where one is, and to go elsewhere. */
export function OutlinePanel({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const headings = useEditorFacts(editor, ({ state }) => headingsOf(state.doc))
  const all = useMemo(() => inOrder(headings), [headings])
  const inView = useHeadingInView(editor, all)
  const close = () => {
    showPanel(editor, null)
    editor.commands.focus()
  }
  return (
    <nav
      aria-label={say('Outline')}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title}>{say('Outline')}</h2>
        <Button
          kind="quiet"
          aria-label={say('Close the outline')}
          title={say('Close the outline (Escape)')}
          onClick={close}
        >
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </Button>
      </div>
      {all.length === 0 ? (
        <p className={styles.none}>{say('Lines that you make headings are listed here.')}</p>
      ) : (
        <Branch editor={editor} headings={headings} inView={inView} />
      )}
    </nav>
  )
}

type BranchProps = { editor: Editor; headings: readonly Heading[]; inView: number | null }

function Branch({ editor, headings, inView }: BranchProps) {
  return (
    <ul className={styles.list}>
      {headings.map((heading) => (
        <Entry key={lineHash(editor.state, heading.index)} editor={editor} heading={heading} inView={inView} />
      ))}
    </ul>
  )
}

function Entry({ editor, heading, inView }: Omit<BranchProps, 'headings'> & { heading: Heading }) {
  const { say } = useWords()
  const [folded, setFolded] = useState(false)
  const { index, below } = heading
  const words = heading.words || say('Heading without words')
  const hash = lineHash(editor.state, index) ?? ''
  const isHere = index === inView || (folded && inOrder(below).some((each) => each.index === inView))
  const Fold = folded ? ChevronRight : ChevronDown
  return (
    <li>
      <div className={styles.entry}>
        {below.length > 0 && (
          <button
            type="button"
            className={styles.fold}
            aria-expanded={!folded}
            aria-label={say('Headings below {words}', { words })}
            onClick={() => setFolded(!folded)}
          >
            <Fold size={14} strokeWidth={1.75} aria-hidden="true" />
          </button>
        )}
        <a
          className={styles.words}
          href={hash}
          dir="auto"
          aria-current={isHere ? 'location' : undefined}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return
            event.preventDefault()
            history.replaceState(history.state, '', hash)
            goToLine(editor, index)
            if (matchMedia(OVER_THE_TEXT).matches) showPanel(editor, null)
          }}
        >
          {words}
        </a>
        <button
          type="button"
          className={styles.copy}
          aria-label={say('Copy the link to {words}', { words })}
          title={say('Copy the link')}
          onClick={() => copyLineLink(editor, index)}
        >
          <Link size={14} strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      {below.length > 0 && !folded && <Branch editor={editor} headings={below} inView={inView} />}
    </li>
  )
}
