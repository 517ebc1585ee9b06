import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './vite/service-worker.ts'
import { timetableSlots } from './vite/timetable-slots.ts'
import { twoScripts } from './vite/two-scripts.ts'

/**
 * Two builds from one file: `vite build` makes what browsers load (dist/client), `vite build --ssr` makes the program
 * that turns page data into HTML (dist/server/entry-server.js). The second reads the first one's manifest, so it runs after it.
 */
export default defineConfig(({ command, isSsrBuild }) => ({
  root: import.meta.dirname,
  plugins: [react(), timetableSlots(), serviceWorker()],
  resolve: { alias: { '@formatjs/icu-skeleton-parser': join(import.meta.dirname, 'vite/no-skeletons.ts') } },
  // React's development half stays out of the built renderer, however the server is started.
  define: isSsrBuild ? { 'process.env.NODE_ENV': '"production"' } : {},
  // Bundled whole, so that the built renderer runs without node_modules; in development Node loads React itself.
  ssr: command === 'build' ? { noExternal: true } : {},
  build: isSsrBuild
    ? {
        outDir: 'dist/server',
        ssr: true,
        copyPublicDir: false,
        rolldownOptions: { input: 'src/entry-server.tsx', output: { entryFileNames: '[name].js' } },
      }
    : {
        outDir: 'dist/client',
        manifest: true,
        // The Content-Security-Policy has no `data:` for fonts and styles.
        assetsInlineLimit: 0,
        // Browsers that know light-dark() and OKLCH: nothing is translated for older ones.
        cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
        rolldownOptions: { input: ['src/main.tsx', 'src/printed.css'], output: { codeSplitting: twoScripts } },
      },
}))
