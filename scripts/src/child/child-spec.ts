/** Where a service's files live, and where to tell a person what happens. */
export interface Surroundings {
  dataDir: string
  say: (line: string) => void
  /** For tests: quick rather than careful, on any free ports, and gone with its data folder. */
  isThrowAway: boolean
}

/** How to run one service as a child process. */
export interface ChildSpec {
  /** Short and lower-case: names the log file and stands in messages. */
  name: string
  /** As a sentence about it starts, such as “The worker”. */
  title: string
  command: string
  args: string[]
  cwd: string
  /** Added to this process' own variables; undefined takes one away. */
  env?: Record<string, string | undefined>
  /**
   * A program that is not ours cannot notice that its parent died: lib/keep.mjs runs it, stops it by
   * this signal, and gives it a user when needed.
   */
  keep?: { stopSignal: NodeJS.Signals; uid?: number; gid?: number }
  /** How long it may take to stop before it is killed. */
  stopWithinMs: number
  /** The words to show for a line of its output, or nothing when it only belongs into the log. */
  echo?: (line: string) => string | undefined
}
