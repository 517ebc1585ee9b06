import { type ComponentProps, type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'
import styles from './text-field.module.css'
import { useTypedEarly } from './use-typed-early.ts'
import { VisuallyHidden } from './visually-hidden.tsx'

type Props = Omit<ComponentProps<'input'>, 'id' | 'size' | 'ref' | 'onChange'> & {
  label: string
  /** Is told the text whenever it changes, and what was typed before the page's script had come. */
  onText?: (text: string) => void
  /** Shown to screen readers only, where the place says what the field is. */
  labelHidden?: boolean
  large?: boolean
  /** Inside the field's frame, after the input: its button. */
  action?: ReactNode
}

/** One line of text to fill in, with its label. */
export function TextField({ label, labelHidden = false, large = false, action, className, onText, ...input }: Props) {
  const id = useId()
  const typed = useTypedEarly<HTMLInputElement>(input.value, onText)
  return (
    <div className={classNames(styles.field, large && styles.large, className)}>
      <label className={styles.label} htmlFor={id}>
        {labelHidden ? <VisuallyHidden>{label}</VisuallyHidden> : label}
      </label>
      <div className={styles.frame}>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...input}
          ref={typed}
          onChange={onText && ((event) => onText(event.target.value))}
          id={id}
          className={styles.input}
        />
        {action}
      </div>
    </div>
  )
}
