/** Whether several parts run, one after the other; else one was named. */
const isWhole = process.argv.length !== 3

/**
 * How large a part is: as `name` in the environment says; else `alone` when the part was named, and `whole` among all
 * the others, which together are to take no more than half an hour.
 */
export const sized = (name: string, { alone, whole }: { alone: number; whole: number }): number =>
  Number(process.env[name] ?? (isWhole ? whole : alone))
