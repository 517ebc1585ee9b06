/** Which pages may do what. Nothing comes from elsewhere, nothing stands inline. */
export function contentSecurityPolicy(host: string, dev: boolean): Record<string, string[]> {
  const self = "'self'"
  return {
    'default-src': ["'none'"],
    // Vite's reload and React's refresh in development stand inline and evaluate.
    'script-src': dev ? [self, "'unsafe-inline'", "'unsafe-eval'"] : [self],
    'style-src': dev ? [self, "'unsafe-inline'"] : [self],
    'font-src': [self],
    'img-src': [self, 'data:'],
    'connect-src': dev ? [self, 'ws:', 'wss:'] : [self, ...socketOrigins(host)],
    'manifest-src': [self],
    'base-uri': ["'none'"],
    'form-action': [self],
    'frame-ancestors': ["'none'"],
  }
}

/** Some browsers do not take the page's own WebSocket for 'self'. */
function socketOrigins(host: string): string[] {
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host) ? [`ws://${host}`, `wss://${host}`] : []
}

export function asHeader(policy: Record<string, string[]>): string {
  return Object.entries(policy)
    .map(([directive, values]) => `${directive} ${values.join(' ')}`)
    .join('; ')
}
