/** An edit came to a pad that takes no text. */
export class FrozenPad extends Error {
  override name = 'FrozenPad'

  constructor(pad: string) {
    super(`The pad "${pad}" is frozen`)
  }
}
