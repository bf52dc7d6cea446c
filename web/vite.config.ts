import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { shellWorker } from './shell-worker-plugin'

const server = `http://localhost:${process.env.PORT ?? '3000'}`

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
