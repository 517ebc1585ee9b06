// Loaded by a plain, blocking <script>, so that a chosen theme is there before the first paint. No imports, no exports.
{
  const chosen = (() => {
    try {
      return localStorage.getItem('theme')
    } catch {
      // Storage is forbidden in this browser: the system's theme it is.
      return null
    }
  })()
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
}
