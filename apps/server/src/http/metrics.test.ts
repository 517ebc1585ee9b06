import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('tells Prometheus what happened', () => {
  const metrics = createMetrics(() => 3)
  metrics.committed(2, 0.002)
  metrics.committed(1, 7)
  metrics.commitFailed()
  metrics.socketClosed(4400)
  const lines = metrics.text().split('\n')
  expect(lines).toContain('forumpad_sockets 3')
  expect(lines).toContain('forumpad_revisions_total 3')
  expect(lines).toContain('forumpad_commit_failures_total 1')
  expect(lines).toContain('forumpad_sockets_closed_total{code="4400"} 1')
  expect(lines).toContain('forumpad_commit_seconds_bucket{le="0.001"} 0')
  expect(lines).toContain('forumpad_commit_seconds_bucket{le="0.0025"} 1')
  expect(lines).toContain('forumpad_commit_seconds_bucket{le="+Inf"} 2')
  expect(lines).toContain('forumpad_commit_seconds_count 2')
})
