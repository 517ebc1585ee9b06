/** The rows of frozen minutes. Instants are milliseconds since 1970. */

export interface PadVersionTable {
  pad: number
  number: number
  revision: number
  epoch: number
  at: number
  by: string | null
  md_sha256: string
  txt_sha256: string
  json_sha256: string
}

export interface PadVersionFileTable {
  pad: number
  number: number
  type: 'md' | 'txt' | 'json'
  bytes: Uint8Array
}

export interface EventFreezingTable {
  event: string
  hours_after_end: number
}

export interface PadThawTable {
  pad: number
  at: number
}
