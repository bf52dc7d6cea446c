import { AppError } from '@relance/core/error/app-error'
import { Connection } from '@temporalio/client'
import { loadClientConnectConfig } from '@temporalio/envconfig'
import { reasonOf } from './reason-of'

const ANSWER_WITHIN_MS = 10_000

/**
 * Connects once, with TLS and API key as the Temporal CLI's variables name them, and asks for the
 * namespace.
 * @throws AppError invalid, in one line that starts with the variable at fault
 */
export async function checkTemporal(env: NodeJS.ProcessEnv): Promise<void> {
  const { connectionOptions, namespace = 'default' } = readTemporalVariables(env)
  const { address, tls, apiKey, metadata } = connectionOptions
  let connection: Connection
  try {
    const options = { address, tls, apiKey, metadata }
    connection = await Connection.connect({ ...options, connectTimeout: ANSWER_WITHIN_MS })
  } catch (error) {
    throw new AppError(
      'invalid',
      `TEMPORAL_ADDRESS ${address} does not answer: ${reasonOf(error)}.`,
    )
  }
  try {
    const ask = () => connection.workflowService.describeNamespace({ namespace })
    await connection.withDeadline(Date.now() + ANSWER_WITHIN_MS, ask)
  } catch (error) {
    const message = `TEMPORAL_NAMESPACE "${namespace}" cannot be used: ${reasonOf(error)}.`
    throw new AppError('invalid', message)
  } finally {
    await connection.close()
  }
}

function readTemporalVariables(env: NodeJS.ProcessEnv) {
  const given = Object.entries(env).filter(([name, value]) => name.startsWith('TEMPORAL_') && value)
  try {
    const overrideEnvVars = Object.fromEntries(given.map(([name, value]) => [name, value ?? '']))
    return loadClientConnectConfig({ disableFile: true, overrideEnvVars })
  } catch (error) {
    throw new AppError('invalid', `The TEMPORAL_ variables are wrong: ${reasonOf(error)}.`)
  }
}
