import type { Messages } from '@relance/core/words/format-message'

const texts = {
  'unknown-element': {
    en: 'There is no element “{element}” in MJML.',
    fr: 'MJML n’a pas d’élément «\u202f{element}\u202f».',
  },
  'unknown-attribute': {
    en: '“{element}” has no attribute “{attribute}”.',
    fr: '«\u202f{element}\u202f» n’a pas d’attribut «\u202f{attribute}\u202f».',
  },
  'wrong-value': {
    en: '“{element}” cannot have {attribute}="{value}".',
    fr: '«\u202f{element}\u202f» ne peut pas avoir {attribute}="{value}".',
  },
  'wrong-unit': {
    en: '“{element}” cannot have {attribute}="{value}": the unit is one of {units}.',
    fr: '«\u202f{element}\u202f» ne peut pas avoir {attribute}="{value}"\u00a0: l’unité est l’une de {units}.',
  },
  'wrong-choice': {
    en: '“{element}” cannot have {attribute}="{value}": choose one of {choices}.',
    fr: '«\u202f{element}\u202f» ne peut pas avoir {attribute}="{value}"\u00a0: choisissez parmi {choices}.',
  },
  'wrong-place': {
    en: '“{element}” cannot stand in “{parent}”, only in: {parents}.',
    fr: '«\u202f{element}\u202f» ne peut pas se trouver dans «\u202f{parent}\u202f», seulement dans\u00a0: {parents}.',
  },
  unreadable: {
    en: 'The MJML cannot be read: “{detail}”.',
    fr: 'Le MJML est illisible\u00a0: «\u202f{detail}\u202f».',
  },
} satisfies Messages

export type MjmlFaultCode = keyof typeof texts

/** What MJML itself may refuse in a mail that somebody writes; a slot is `{name}`. */
export const mjmlFaultTexts: Messages<MjmlFaultCode> = texts
