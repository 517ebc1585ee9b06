/** What was measured, as one Markdown table: the median of the repetitions, and the lowest and highest where they differ. */
export function tableOf(measured) {
  const rows = ['| scenario | server | figures (median; lowest to highest) |', '|---|---|---|']
  for (const [key, runs] of groupBy(measured, keyOf)) {
    const [scenario, server] = key.split(' ')
    const good = runs.filter(({ figures }) => figures)
    const failures = runs.flatMap(({ failed }) => (failed ? [failed] : []))
    const names = Object.keys(good[0]?.figures ?? {})
    const cells = names.map((name) => `${name} ${spread(good.map(({ figures }) => figures[name]))}`)
    rows.push(`| ${scenario} | ${server} | ${[...cells, ...failures.map((why) => `failed: ${why}`)].join(', ')} |`)
  }
  return rows.join('\n')
}

/** Forumpad's share of the best of the others, taken inside each repetition: what else the machine did then hit them alike. */
export function ratiosOf(measured, figure, isRival) {
  const lines = []
  for (const [scenario, runs] of groupBy(measured, (run) => run.scenario)) {
    const ratios = [...groupBy(runs, (run) => run.repetition).values()].flatMap((round) => {
      const ours = round.find(({ server }) => server === 'forumpad')?.figures?.[figure]
      const theirs = round.filter(({ server }) => isRival(server)).map(({ figures }) => figures?.[figure])
      const best = Math.min(...theirs.filter((value) => typeof value === 'number'))
      return ours !== undefined && Number.isFinite(best) ? [ours / best] : []
    })
    if (ratios.length > 0) lines.push(`${scenario}: ${figure} ${spread(ratios)} of the best other`)
  }
  return lines
}

const keyOf = ({ scenario, server }) => `${scenario} ${server}`

function groupBy(values, keyOfValue) {
  const groups = new Map()
  for (const value of values) {
    const key = keyOfValue(value)
    groups.set(key, [...(groups.get(key) ?? []), value])
  }
  return groups
}

function spread(values) {
  if (values.some((value) => typeof value !== 'number')) return [...new Set(values.map(String))].join('/')
  const sorted = [...values].sort((a, b) => a - b)
  const [low, middle, high] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(short)
  return low === high ? middle : `${middle} (${low} to ${high})`
}

const short = (value) => (Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))))
