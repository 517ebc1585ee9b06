import { useId } from 'react'
import styles from './select-field.module.css'
import { VisuallyHidden } from './visually-hidden.tsx'

type Props = {
  label: string
  /** The words for "no choice". */
  all: string
  values: readonly string[]
  value: string
  onChoose: (value: string) => void
}

/** One of several words, or all. The browser's own list, which every phone shows well. */
export function SelectField({ label, all, values, value, onChoose }: Props) {
  const id = useId()
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        <VisuallyHidden>{label}</VisuallyHidden>
      </label>
      <select id={id} className={styles.select} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{all}</option>
        {values.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    </>
  )
}
