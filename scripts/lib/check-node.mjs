const OLDEST = [20, 19]

/** True for a Node version ("v20.19.0" or "20.19.0") that can run Relance. */
export function isNodeNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/** Ends the process with one line when Node is too old. */
export function checkNode() {
  if (isNodeNewEnough(process.version)) return
  console.error(`Relance needs Node ${OLDEST.join('.')} or newer; this is ${process.version}.`)
  process.exit(1)
}
