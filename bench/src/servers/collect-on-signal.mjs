import { renameSync, writeFileSync } from 'node:fs'

// Loaded into every server alike: memory is compared once garbage is gone, and only the process itself can do that.
process.on('SIGUSR2', () => {
  globalThis.gc()
  setTimeout(() => {
    globalThis.gc()
    const file = process.env.MEMORY_FILE
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()))
    renameSync(`${file}.new`, file)
  }, 300)
})
