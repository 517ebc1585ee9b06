/** The revision that `#rev/N` names, or null. */
export function revisionInHash(hash: string): number | null {
  const found = /^#rev\/(\d{1,15})$/.exec(hash)
  return found ? Number(found[1]) : null
}
