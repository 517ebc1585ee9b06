import { readFileSync } from 'node:fs'

/** The kernel counts a process's time in hundredths of a second. */
const TICK_US = 10_000

/** CPU time of a process since its start, in microseconds: its own and what the kernel did for it. */
export function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_US
}

/** Memory of a process in kB: now, and the most it ever had. */
export function residentOf(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1])
  return { now: kilobytes('VmRSS'), peak: kilobytes('VmHWM') }
}
