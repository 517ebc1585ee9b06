/** Which images a pad keeps. Their bytes lie in files that are named by what is in them. */
export interface ImageStore {
  /** Notes that a pad keeps a file, unless that would be more than `quota` bytes for it. Keeping it twice counts once. */
  keep(pad: string, file: StoredImage, quota: number): Promise<Keeping>
  /** What `keep` would answer now. Notes nothing. */
  wouldKeep(pad: string, file: StoredImage, quota: number): Promise<Keeping>
  /** Whether any pad keeps the file. */
  isKept(name: string): Promise<boolean>
  find(pad: string, name: string): Promise<StoredImage | undefined>
}

export type Keeping = 'kept' | 'full' | 'no such pad'

/** `name` is the file's: the SHA-256 of its bytes and its ending. */
export type StoredImage = { name: string; bytes: number; width: number; height: number }
