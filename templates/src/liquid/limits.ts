/** Longest output of one render, in characters; the byte length is checked again at the end. */
export const maxOutput = 1_000_000
/** Longest render, in milliseconds. */
export const maxRenderMs = 1000
/** Characters and list entries that filters, ranges and captures may make in one render. */
export const maxMemory = 5_000_000
/** Longest template, in characters. */
export const maxTemplate = 1_000_000
