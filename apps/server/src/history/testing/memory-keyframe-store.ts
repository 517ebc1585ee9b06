import type { Keyframe, KeyframeStore } from '../keyframe-store.ts'

/** Keyframes in memory, of pads whose epoch never changes. */
export function createMemoryKeyframeStore(): KeyframeStore & {
  revisions(pad: string): number[]
  all(pad: string): readonly Keyframe[]
} {
  const pads = new Map<string, Keyframe[]>()
  const of = (pad: string) => pads.get(pad) ?? []
  return {
    revisions: (pad) => of(pad).map(({ revision }) => revision),
    all: of,
    atOrBefore: async (pad, _, revision) => of(pad).findLast((each) => each.revision <= revision),
    async keep(pad, _, keyframe) {
      const others = of(pad).filter(({ revision }) => revision !== keyframe.revision)
      pads.set(
        pad,
        [...others, keyframe].sort((a, b) => a.revision - b.revision),
      )
    },
    async forget(pad) {
      pads.delete(pad)
    },
  }
}
