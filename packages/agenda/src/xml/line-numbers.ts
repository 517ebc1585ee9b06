/** Tells in which line, counted from 1, a place of a text lies; quick when asked from the beginning to the end. */
export function lineNumbers(text: string): (at: number) => number {
  let before = 0
  let line = 1
  return (at) => {
    if (at < before) {
      before = 0
      line = 1
    }
    for (let next = text.indexOf('\n', before); next >= 0 && next < at; next = text.indexOf('\n', before)) {
      before = next + 1
      line += 1
    }
    return line
  }
}
