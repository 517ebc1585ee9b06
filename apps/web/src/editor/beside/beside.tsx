import { MessagesSquare } from 'lucide-react'
import { type ComponentType, useEffect, useState } from 'react'
import styles from './beside.module.css'
import type { BesideProps } from './beside-props.ts'

/** The chat and what goes on in the room: loaded when the editor is there, so that it delays no one who wants to write. */
export function Beside(props: BesideProps) {
  const [Parts, setParts] = useState<ComponentType<BesideProps> | null>(null)
  useEffect(() => {
    let left = false
    const load = () =>
      import('./beside-parts.tsx').then(
        ({ BesideParts }) => !left && setParts(() => BesideParts),
        // Without a line there is no chat either; the next time that the line is there it is tried again.
        () => {},
      )
    const stop = props.pad.connection.asides.onWelcome(() => void load())
    return () => {
      left = true
      stop()
    }
  }, [props.pad])
  if (Parts) return <Parts {...props} />
  return (
    <span className={styles.trigger} aria-hidden="true">
      <MessagesSquare size={17} strokeWidth={1.75} />
    </span>
  )
}
