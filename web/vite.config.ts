import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { partsOfDrawing } from './parts-of-drawing'
import { shellWorker } from './shell-worker-plugin'

const server = `http://localhost:${process.env.PORT ?? '3000'}`

/**
 * What every page needs is two files: cut by who shares what, it was forty, each a request, and compressed worse. The
 * beginning itself stays apart: it waits for texts, which must not wait for it.
 */
const frame = [
  { name: 'libraries', tags: ['$initial' as const], test: /node_modules/ },
  {
    name: 'frame',
    tags: ['$initial' as const],
    test: /[\\/]src[\\/](?!main\.tsx|offline[\\/])[^?]*\.(tsx?|css)$/,
  },
]

/** Builds the app into `dist`, which the server hands out at `/`; in development the API is proxied. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), shellWorker()],
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: [...frame, ...partsOfDrawing] } } },
  },
  server: {
    port: 5173,
    proxy: {
      '/api': { target: server, ws: true },
      '/v1': server,
      '/sign-in/link': server,
      '/health': server,
    },
  },
})
