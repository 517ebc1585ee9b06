import type { Editor } from '@tiptap/core'
import { Fragment } from 'react'
import { useWords } from '../../languages/use-words.tsx'
import { PageDialog } from '../../ui/page-dialog.tsx'
import { keyNames } from '../editing/key-names.ts'
import { showPanel } from '../editing/open-panel.ts'
import { keyGroups } from './key-groups.ts'
import styles from './key-sheet.module.css'

/** All keys on one sheet, from the list that the editor itself obeys. */
export function KeySheet({ editor }: { editor: Editor }) {
  const { say, weave } = useWords()
  const goBack = () => {
    editor.commands.focus()
    return false
  }
  return (
    <PageDialog title={say('Keys')} width="wide" close={() => showPanel(editor, null)} finalFocus={goBack}>
      <div className={styles.groups}>
        {keyGroups().map(({ name, rows }) => (
          <section key={name} className={styles.group}>
            <h3 className={styles.name}>{say(name)}</h3>
            <dl className={styles.rows}>
              {rows.map(({ what, chords, typed, space }) => (
                <div key={what + typed} className={styles.row}>
                  <dt>{say(what)}</dt>
                  <dd className={styles.chords}>
                    {typed !== undefined && (
                      <kbd className={styles.typed}>
                        {space ? (
                          weave('{sign} space', { sign: <bdi dir="ltr">{typed}</bdi> })
                        ) : (
                          <bdi dir="ltr">{typed}</bdi>
                        )}
                      </kbd>
                    )}
                    {chords.map((chord, index) => (
                      <Fragment key={chord}>
                        {index > 0 && <span className={styles.or}>{say('or')}</span>}
                        <Chord chord={chord} />
                      </Fragment>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </PageDialog>
  )
}

function Chord({ chord }: { chord: string }) {
  const { say } = useWords()
  return (
    <span className={styles.chord} dir="ltr">
      {keyNames(chord, say).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
