/** A whole conference may sit behind one address; this only stops a runaway program. */
export const MOST_PER_ADDRESS = 2_000

/** Counts open connections by the client's address. */
export function createConnectionCount(most: number) {
  const open = new Map<string, number>()
  return {
    /** Counts one more; false if that is too many, and then it is not counted. */
    enter(ip: string): boolean {
      const count = open.get(ip) ?? 0
      if (count >= most) return false
      open.set(ip, count + 1)
      return true
    },
    leave(ip: string): void {
      const count = (open.get(ip) ?? 0) - 1
      if (count > 0) open.set(ip, count)
      else open.delete(ip)
    },
  }
}
