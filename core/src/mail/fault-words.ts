/** What is said of a mail's source that does not hold together: what is caught in the English is put in the French. */
export const mailFaultPatterns: readonly (readonly [RegExp, string])[] = [
  [/^(\S+|\{% \w+ %\}) is not closed\.$/, '$1 n’est pas refermé.'],
  [/^(\S+|\{% \w+ %\}) closes nothing( here)?\.$/, '$1 ne referme rien ici.'],
  [
    /^(\{% \w+ %\}) must stand where its beginning stands\.$/,
    '$1 doit se trouver là où se trouve son début.',
  ],
  [/^“(.+)” must stand inside mj-text\.$/, '«\u202f$1\u202f» doit se trouver dans mj-text.'],
]

/** The French of what is wrong with a mail's source; a sentence that is none of these stays as it is. */
export function mailFaultInFrench(english: string): string {
  const found = mailFaultPatterns.find(([said]) => said.test(english))
  return found ? english.replace(found[0], found[1]) : english
}
