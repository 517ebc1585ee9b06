import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

type Kind = 'plain' | 'primary' | 'quiet'

/** A button; `primary` once on a page at most, `quiet` for tools that step back. */
export function Button({
  kind = 'plain',
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { kind?: Kind }) {
  return <button type={type} className={classNames(styles.button, styles[kind], className)} {...rest} />
}

/** A link that looks like a button, for going somewhere. */
export function LinkButton({ kind = 'plain', className, ...rest }: ComponentProps<'a'> & { kind?: Kind }) {
  return <a className={classNames(styles.button, styles[kind], className)} {...rest} />
}
