import type { KeptRedaction } from '../../redaction/redaction-store.ts'

/** That words were taken out of a pad. */
export type RedactionTable = KeptRedaction & { pad: number }

/** The checksums that a frozen version had before a redaction. */
export interface RedactedVersionTable {
  pad: number
  number: number
  redaction: number
  md_sha256: string
  txt_sha256: string
  json_sha256: string
}

/** Whose redacted words were, where the log no longer tells (`writeKeptCredits`). */
export interface KeptCreditTable {
  pad: number
  bytes: Uint8Array
}
