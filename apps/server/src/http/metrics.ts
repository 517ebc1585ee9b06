/** Upper bounds of the commit histogram, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

export type Metrics = {
  /** A commit of so many revisions went to disk. */
  committed(count: number, seconds: number): void
  commitFailed(): void
  socketClosed(code: number): void
  /** All of it in Prometheus' text format, version 0.0.4. */
  text(): string
}

/** Counts what an operator wants to see. `openSockets` is read at the moment somebody asks. */
export function createMetrics(openSockets: () => number): Metrics {
  const buckets = BUCKETS.map(() => 0)
  const closed = new Map<number, number>()
  let revisions = 0
  let commits = 0
  let seconds = 0
  let failed = 0

  return {
    committed(count, took) {
      revisions += count
      commits += 1
      seconds += took
      for (const [n, bound] of BUCKETS.entries()) if (took <= bound) buckets[n] = (buckets[n] ?? 0) + 1
    },
    commitFailed() {
      failed += 1
    },
    socketClosed(code) {
      closed.set(code, (closed.get(code) ?? 0) + 1)
    },
    text: () =>
      [
        ...family('forumpad_sockets', 'gauge', 'Open sockets.', [['', openSockets()]]),
        ...family('forumpad_revisions_total', 'counter', 'Revisions committed since the start.', [['', revisions]]),
        ...family('forumpad_commit_failures_total', 'counter', 'Commits that failed and were tried again.', [
          ['', failed],
        ]),
        ...family(
          'forumpad_sockets_closed_total',
          'counter',
          'Sockets that the server closed, by close code.',
          [...closed].map(([code, count]) => [`{code="${code}"}`, count]),
        ),
        ...family('forumpad_commit_seconds', 'histogram', 'How long a commit took.', [
          ...BUCKETS.map((bound, n): [string, number] => [`_bucket{le="${bound}"}`, buckets[n] ?? 0]),
          ['_bucket{le="+Inf"}', commits],
          ['_sum', seconds],
          ['_count', commits],
        ]),
        '',
      ].join('\n'),
  }
}

function family(name: string, type: string, help: string, samples: readonly (readonly [string, number])[]): string[] {
  return [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([rest, value]) => `${name}${rest} ${value}`),
  ]
}
