// Preloaded (--import) into our own Node children: when the supervisor is killed outright, its end
// of the channel closes, and the child stops instead of living on unseen.
const DRAIN_MS = 15_000

if (process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  // Listening would keep the process alive for the channel's sake alone.
  process.channel.unref()
}
