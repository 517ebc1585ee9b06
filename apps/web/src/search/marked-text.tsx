import { Fragment } from 'react'

type Props = { text: string; found: readonly (readonly number[])[] }

/** A text in which the words that were looked for are marked. */
export function MarkedText({ text, found }: Props) {
  let at = 0
  return (
    <>
      {found.map(([from = 0, to = 0]) => {
        const before = text.slice(at, from)
        at = to
        return (
          <Fragment key={from}>
            {before}
            <mark>{text.slice(from, to)}</mark>
          </Fragment>
        )
      })}
      {text.slice(at)}
    </>
  )
}
