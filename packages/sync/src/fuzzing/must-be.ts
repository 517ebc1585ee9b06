/** Throws, with both, if a promise is broken. */
export function mustBe(actual: unknown, expected: unknown, promise: string): void {
  const [is, shouldBe] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (is !== shouldBe) throw new Error(`${promise}.\n  is:        ${is}\n  should be: ${shouldBe}`)
}
