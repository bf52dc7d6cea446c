import { connect } from 'node:net'

const TEMPORAL_TIMEOUT_MS = 1000

/** Whether something listens at `host:port`. */
export const isReachable = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const [host = '', port = ''] = address.split(':')
    const socket = connect({ host, port: Number(port), timeout: TEMPORAL_TIMEOUT_MS })
    const settle = (reachable: boolean) => {
      socket.destroy()
      resolve(reachable)
    }
    socket.once('connect', () => settle(true))
    socket.once('timeout', () => settle(false))
    socket.once('error', () => settle(false))
  })
