import { readFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.mjs'

const OURS = '@relance/'
/** Programs that start others as threads of their own, from beside where they are bundled to. */
const THREADS = { 'workflows/src/main.ts': ['workflows/src/mail-thread.ts'] }

/**
 * Bundles our own TypeScript behind each entry (`server/src/main.ts`) into one file of JavaScript beside its sources
 * (`server/dist/main.mjs`), and gives their paths; packages stay where they are installed. A service that runs one
 * holds 60 MB less than one that compiles as it loads, and is up a second sooner. Throws what esbuild throws.
 */
export async function buildPrograms(...entries) {
  // Not at the top: it may have been installed a moment ago.
  const esbuild = await import('esbuild')
  try {
    const threads = entries.flatMap((entry) => THREADS[entry] ?? [])
    await Promise.all(threads.map((entry) => bundle(esbuild, entry)))
    return await Promise.all(entries.map((entry) => bundle(esbuild, entry)))
  } finally {
    // Its own process would stay as long as ours.
    await esbuild.stop()
  }
}

async function bundle({ build }, entry) {
  const name = basename(entry).replace(/\.ts$/, '.mjs')
  const file = join(root, dirname(dirname(entry)), 'dist', name)
  const written = `${file}.${process.pid}`
  await build({
    entryPoints: [join(root, entry)],
    outfile: written,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // Of what a package offers, what Node itself would take: not what is meant for bundlers.
    conditions: [],
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'silent',
    plugins: [ownPlace, installedPackages],
  })
  // At once whole: another start of the same checkout may be about to run it.
  renameSync(written, file)
  return file
}

/** Files of ours look for others (migrations, templates) beside their source, wherever they are bundled to. */
const ownPlace = {
  name: 'own place',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.m?[jt]s$/ }, ({ path }) => {
      const place = JSON.stringify(pathToFileURL(path).href)
      const contents = readFileSync(path, 'utf8').replaceAll(/import\.meta\.url/g, place)
      return { loader: path.endsWith('ts') ? 'ts' : 'js', contents }
    }),
}

/** Each package is loaded from where the package that asks for it has it installed. */
const installedPackages = {
  name: 'installed packages',
  setup: ({ onResolve, resolve }) =>
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind === 'entry-point' || path.startsWith(OURS) || pluginData === installedPackages)
        return
      const asked = { kind, importer, resolveDir, pluginData: installedPackages }
      const found = await resolve(path, asked)
      if (found.external || found.errors.length > 0) return found
      return { path: pathToFileURL(found.path).href, external: true }
    }),
}
