// Runs a foreign program (Postgres, Temporal) that cannot notice its parent's death, and stops it
// when the supervisor asks or is gone. Argument: {command, args, stopSignal, stopAfterMs, uid, gid}.
import { spawn } from 'node:child_process'

const { command, args, stopSignal, stopAfterMs, uid, gid, cwd } = JSON.parse(process.argv[2])

const child = spawn(command, args, { uid, gid, cwd, stdio: ['ignore', 'inherit', 'inherit'] })

function stop() {
  child.kill(stopSignal)
  setTimeout(() => child.kill('SIGKILL'), stopAfterMs).unref()
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
process.on('disconnect', stop)

child.on('error', (error) => {
  console.error(`${command}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))
if (child.pid && process.connected) process.send({ pid: child.pid })
