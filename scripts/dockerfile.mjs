/**
 * @typedef {{ instruction: string, flags: Record<string, string>, rest: string }} Step
 * @typedef {{ name: string, from: string, steps: Step[] }} Stage
 */

/**
 * Reads a Dockerfile as stages of steps.
 * @param {string} text
 */
export function readDockerfile(text) {
  /** @type {Stage[]} */
  const stages = []
  const lines = text.replace(/\\\n\s*/g, ' ').split('\n')
  for (const line of lines) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue
    const [, instruction, after] = /^\s*([A-Z]+)\s+(.*)$/.exec(line) ?? []
    if (!instruction) throw new Error(`Not a step of a Dockerfile: ${line}`)
    if (instruction === 'FROM') {
      const [from, , name] = after.split(/\s+/)
      stages.push({ name: name ?? 'last', from, steps: [] })
      continue
    }
    const [leading = ''] = /^(--[a-z-]+=\S+\s+)*/.exec(after) ?? []
    const flags = Object.fromEntries(
      [...leading.matchAll(/--([a-z-]+)=(\S+)/g)].map(([, name, value]) => [name, value]),
    )
    const rest = after.slice(leading.length).replace(/^CMD\s+/, '')
    stages.at(-1)?.steps.push({ instruction, flags, rest })
  }
  return stages
}
