import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { inWords, saidIn } from '../editing/said.ts'
import { useEditorFacts } from '../use-editor.ts'
import styles from './said-strip.module.css'

const READ_MS = 6_000

/** Shows what the editor has to say, for as long as it takes to read. */
export function SaidStrip({ editor }: { editor: Editor }) {
  const { say } = useWords()
  const { words, values, times } = useEditorFacts(editor, ({ state }) => saidIn(state))
  const [readUpTo, setReadUpTo] = useState(times)
  useEffect(() => {
    const timer = setTimeout(() => setReadUpTo(times), READ_MS)
    return () => clearTimeout(timer)
  }, [times])
  return (
    <div role="status" className={styles.strip}>
      {times > readUpTo && <p>{inWords({ words, values }, say)}</p>}
    </div>
  )
}
