/** What a share is called: its label, else its exit's letter: “A”. */
export const shareLabel = ({ exit, label }: { exit: string; label?: string }): string =>
  label || (exit.length === 1 ? exit.toUpperCase() : exit)
