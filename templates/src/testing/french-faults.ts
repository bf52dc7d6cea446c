/** Breaches of French typography in a plain text, each with a little of its surroundings. */
export function frenchFaults(text: string): string[] {
  const prose = text.replace(/https?:\/\/\S+/g, '').replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, 'x')
  const faults = [
    /[^\u202f\s][ \u00a0]?[;?]/g, // narrow no-break space before ; ?
    /[^\u00a0\s] ?:(?=\s|$)/g, // no-break space before :
    /[^\u00a0\u202f\s] ?[%€]/g, // no-break space before % and €
    /« |«[^\u202f]| »|[^\u202f]»/g, // narrow no-break space inside « »
    /\p{L}'\p{L}/gu, // the apostrophe is ’
    /!/g, // nobody shouts
    /\.\.\./g,
  ]
  return faults.flatMap((fault) =>
    [...prose.matchAll(fault)].map(({ index }) => prose.slice(Math.max(0, index - 15), index + 10)),
  )
}
