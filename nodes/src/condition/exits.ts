import type { ExitSpec } from '@relance/core/node/definition'
import type { Words } from '@relance/core/words/language'

interface NamedExit {
  exit: string
  label?: string
}

const known: Readonly<Record<string, Words>> = {
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },
  otherwise: { en: 'Otherwise', fr: 'Sinon' },
}

/** What an exit is called: its own label, else yes and no in words, else its name. */
export function exitLabel({ exit, label }: NamedExit): Words {
  if (label) return { en: label, fr: label }
  const words = Object.hasOwn(known, exit) ? known[exit] : undefined
  return words ?? { en: exit, fr: exit }
}

/** One exit a branch, in their order; otherwise comes last. */
export const conditionExits = (config: {
  branches?: readonly NamedExit[]
  otherwise?: NamedExit
}): ExitSpec[] =>
  [...(config.branches ?? [{ exit: 'yes' }]), config.otherwise ?? { exit: 'no' }].map((exit) => ({
    exit: exit.exit,
    label: exitLabel(exit),
  }))
