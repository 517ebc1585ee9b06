import type { ReadMark } from './chat-log.ts'

/** Up to which message of a pad's chat this device's person has read. Where nothing can be kept, all is new at each visit. */
export function readMark(pad: string): ReadMark {
  const key = `forumpad/chat-read/${pad}`
  let read = 0
  try {
    read = Number(localStorage.getItem(key)) || 0
  } catch {}
  return {
    read: () => read,
    write(id) {
      read = id
      try {
        localStorage.setItem(key, String(id))
      } catch {}
    },
  }
}
