import { cpus, release, totalmem, type } from 'node:os'

/** What a figure was measured on: "2 × <processor>, 24 GB, Linux 6.1, Node 22.1.0". */
export function machine(): string {
  const [first] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const processor = first?.model.trim() || process.arch
  return `${cpus().length} × ${processor}, ${gigabytes} GB, ${type()} ${release()}, Node ${process.versions.node}`
}
