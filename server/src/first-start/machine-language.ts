import { type Language, languageOf } from '@relance/core/words/language'

/** The language a machine is set to by its environment, as POSIX reads it (`LANG=fr_FR.UTF-8`); English where it is none of ours. */
export const machineLanguage = ({
  LC_ALL,
  LC_MESSAGES,
  LANG,
}: Record<string, string | undefined>): Language =>
  languageOf(LC_ALL || LC_MESSAGES || LANG) ?? 'en'
