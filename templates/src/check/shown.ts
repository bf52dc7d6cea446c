const LONGEST = 60

/** A text of the mail as a warning names it: its beginning, where it is long. */
export const shown = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
