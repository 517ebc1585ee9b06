import { fork } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { SCENARIOS } from './scenarios/scenarios.mjs'
import { ratiosOf, tableOf } from './table.mjs'

const MEASURE = fileURLToPath(new URL('measure.mjs', import.meta.url))
const LONGEST_MS = 300_000

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    servers: { type: 'string' },
    repetitions: { type: 'string' },
    quick: { type: 'boolean', default: false },
    trace: { type: 'string' },
    out: { type: 'string' },
  },
})
const repetitions = Number(values.repetitions ?? (values.quick ? 1 : 3))
const isWanted = (list, name) => !list || list.split(',').some((part) => name.startsWith(part))

const measured = []
// Each repetition goes through all servers of a scenario before the next, so that a busy minute hits them alike.
for (const scenario of SCENARIOS.filter(({ name }) => isWanted(values.only, name))) {
  if (scenario.needs && !(values.trace && existsSync(values.trace))) {
    process.stdout.write(`${scenario.name} is left out: it needs --trace FILE.\n`)
    continue
  }
  for (let repetition = 1; repetition <= repetitions; repetition += 1) {
    for (const server of scenario.servers.filter((name) => isWanted(values.servers, name))) {
      const result = await measure(scenario.name, server)
      measured.push({ scenario: scenario.name, server, repetition, ...result })
      process.stdout.write(`${scenario.name} ${server} ${repetition}: ${JSON.stringify(result)}\n`)
      if (values.out) writeFileSync(values.out, JSON.stringify(measured, null, 1))
    }
  }
}
process.stdout.write(`\n${tableOf(measured)}\n\n`)
for (const line of ratiosOf(measured, 'cpuPerCharacter', (server) => !['forumpad', 'relay'].includes(server))) {
  process.stdout.write(`${line}\n`)
}

/** One measurement in processes of its own. It ends by itself, or is ended, server and all. */
function measure(scenario, server) {
  return new Promise((resolve) => {
    let result = { failed: 'it ended without a word' }
    let serverPid
    const child = fork(MEASURE, [scenario, server, JSON.stringify({ quick: values.quick })], {
      env: { ...process.env, TRACE: values.trace },
    })
    const end = (why) => {
      if (why) result = { failed: why }
      if (serverPid) killQuietly(serverPid)
      child.kill('SIGKILL')
    }
    const late = setTimeout(() => end(`it took more than ${LONGEST_MS / 1000} s`), LONGEST_MS)
    const stop = () => {
      end()
      process.exit(130)
    }
    process.once('SIGINT', stop).once('SIGTERM', stop)
    child.on('message', (message) => {
      if ('serverPid' in message) serverPid = message.serverPid
      else result = message
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (code !== 0) end()
      resolve(result)
    })
  })
}

function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
