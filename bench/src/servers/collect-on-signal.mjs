import { renameSync, writeFileSync } from 'node:fs'

// Loaded into every server alike: memory is compared once garbage is gone, and only the process itself can do that. A signal
// that means nothing to any of them; Forumpad ends on SIGUSR2.
process.on('SIGWINCH', () => {
  globalThis.gc()
  setTimeout(() => {
    globalThis.gc()
    const file = process.env.MEMORY_FILE
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()))
    renameSync(`${file}.new`, file)
  }, 300)
})
