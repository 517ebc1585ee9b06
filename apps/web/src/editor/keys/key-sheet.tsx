import { Dialog } from '@base-ui/react/dialog'
import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { Fragment } from 'react'
import { Button } from '../../ui/button.tsx'
import { keyNames } from '../editing/key-names.ts'
import { showPanel } from '../editing/open-panel.ts'
import floating from '../popover.module.css'
import { keyGroups } from './key-groups.ts'
import styles from './key-sheet.module.css'

/** All keys on one sheet, from the list that the editor itself obeys. */
export function KeySheet({ editor }: { editor: Editor }) {
  const close = () => showPanel(editor, null)
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup
          className={`${floating.popup} ${styles.sheet}`}
          finalFocus={() => {
            editor.commands.focus()
            return false
          }}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Keys</Dialog.Title>
            <Dialog.Close render={<Button kind="quiet" aria-label="Close" />}>
              <X size={17} strokeWidth={1.75} aria-hidden="true" />
            </Dialog.Close>
          </div>
          <div className={styles.groups}>
            {keyGroups().map(({ name, rows }) => (
              <section key={name} className={styles.group}>
                <h3 className={styles.name}>{name}</h3>
                <dl className={styles.rows}>
                  {rows.map(({ what, chords, typed }) => (
                    <div key={what + typed} className={styles.row}>
                      <dt>{what}</dt>
                      <dd className={styles.chords}>
                        {typed !== undefined && <kbd className={styles.typed}>{typed}</kbd>}
                        {chords.map((chord, index) => (
                          <Fragment key={chord}>
                            {index > 0 && <span className={styles.or}>or</span>}
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
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Chord({ chord }: { chord: string }) {
  return (
    <span className={styles.chord}>
      {keyNames(chord).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  )
}
