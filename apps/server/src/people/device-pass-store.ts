/** Where one-time links to one's other devices are kept, as hashes. */
export interface DevicePassStore {
  keep(hash: string, person: string, expiresAt: number): Promise<void>
  /** Whose it is; undefined if there is none, or it has expired. */
  look(hash: string, now: number): Promise<string | undefined>
  /** The same, and nobody gets it again. */
  take(hash: string, now: number): Promise<string | undefined>
}
