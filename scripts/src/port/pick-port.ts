import getPort, { portNumbers } from 'get-port'

const TRIES = 200

/** The port wished for, or the next free one above it; without a wish, any free one. */
export async function pickPort(wished?: number): Promise<number> {
  if (wished === undefined) return await getPort()
  const last = Math.min(wished + TRIES, 65_535)
  return await getPort({ port: portNumbers(wished, last) })
}
