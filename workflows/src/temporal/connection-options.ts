import { loadClientConnectConfig } from '@temporalio/envconfig'
import type { NativeConnectionOptions } from '@temporalio/worker'

/** How to reach Temporal, beyond its address: TLS with or without a client's certificate, an API key, headers. */
export type TemporalAccess = Pick<NativeConnectionOptions, 'tls' | 'apiKey' | 'metadata'>

/**
 * Reads the TEMPORAL_ variables as the Temporal CLI names them; empty ones count as absent.
 * Throws when a file that they name cannot be read.
 */
export function temporalAccess(env: NodeJS.ProcessEnv): TemporalAccess {
  const given = Object.entries(env).filter(([name, value]) => name.startsWith('TEMPORAL_') && value)
  const overrideEnvVars = Object.fromEntries(given.map(([name, value]) => [name, value ?? '']))
  const { connectionOptions } = loadClientConnectConfig({ disableFile: true, overrideEnvVars })
  const { tls, apiKey, metadata } = connectionOptions
  return { tls, apiKey, metadata }
}
