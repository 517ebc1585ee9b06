import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** A step of a script failed; its message is all that there is to say. */
export class StepFailed extends Error {}

/**
 * Runs a program in the repository and resolves with its exit code. What it prints goes to the terminal: at once, only
 * when it fails (`quiet`), or never (`silent`).
 * A Ctrl+C reaches it from the terminal itself, so this program only waits for it to end.
 */
export function run(command, args, { env = {}, cwd = ROOT, quiet = false, silent = false } = {}) {
  return new Promise((resolve, reject) => {
    const printed = []
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    child.stdout?.on('data', (bytes) => printed.push(bytes))
    child.stderr?.on('data', (bytes) => printed.push(bytes))
    const stayForChild = () => {}
    const passOn = (signal) => child.kill(signal)
    process.on('SIGINT', stayForChild)
    process.on('SIGTERM', passOn)
    const done = () => {
      process.off('SIGINT', stayForChild)
      process.off('SIGTERM', passOn)
    }
    child.once('error', (error) => {
      done()
      reject(new StepFailed(`${command} could not be started: ${error.message}`))
    })
    child.once('close', (code, signal) => {
      done()
      if (code !== 0 && quiet && !silent) process.stderr.write(Buffer.concat(printed))
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}

/** Runs a program with Node itself: `runNode('vite/bin/vite.js', [...])`, named as it lies in node_modules. */
export function runNode(script, args, options) {
  return run(process.execPath, [`node_modules/${script}`, ...args], options)
}

/** Runs a script's main function; a failed step ends the program with its sentence instead of a stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
