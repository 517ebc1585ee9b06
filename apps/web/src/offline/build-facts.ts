/** What a service worker knows of the build that it came with. */
export type BuildFacts = {
  /** A hash over its files. */
  readonly name: string
  /** Paths of what pages need: scripts, styles, the first fonts. */
  readonly assets: readonly string[]
}
