import type { Messages } from '@relance/core/words/format-message'

const texts = {
  'unknown-tag': {
    en: 'There is no Liquid tag “{tag}” here.',
    fr: 'Il n’y a pas de balise Liquid «\u202f{tag}\u202f» ici.',
  },
  'misplaced-tag': {
    en: '“{tag}” belongs to no tag that is open here.',
    fr: '«\u202f{tag}\u202f» ne correspond à aucune balise ouverte à cet endroit.',
  },
  'elsif-after-else': {
    en: 'An “elsif” stands after “else”: “else” comes last.',
    fr: 'Un «\u202felsif\u202f» vient après «\u202felse\u202f»\u00a0: «\u202felse\u202f» se place en dernier.',
  },
  'second-else': {
    en: 'This condition has two “else”.',
    fr: 'Cette condition a deux «\u202felse\u202f».',
  },
  'block-left-open': {
    en: '{tag} is opened and never closed.',
    fr: '{tag} est ouvert et jamais refermé.',
  },
  'tag-left-open': {
    en: 'The end of a Liquid tag is missing: {start}',
    fr: 'Il manque la fin d’une balise Liquid\u00a0: {start}',
  },
  'output-left-open': {
    en: 'The end of a Liquid value is missing: {start}',
    fr: 'Il manque la fin d’une valeur Liquid\u00a0: {start}',
  },
  'bracket-left-open': {
    en: 'A bracket “[” lacks its end.',
    fr: 'Un crochet «\u202f[\u202f» n’est pas refermé.',
  },
  'tag-without-name': {
    en: 'This Liquid tag has no name.',
    fr: 'Cette balise Liquid n’a pas de nom.',
  },
  'unreadable-loop': {
    en: '{tag} cannot be read: a loop is written “for item in list”.',
    fr: '{tag} est illisible\u00a0: une boucle s’écrit «\u202ffor item in list\u202f».',
  },
  'unknown-filter': {
    en: 'There is no Liquid filter “{filter}”.',
    fr: 'Il n’y a pas de filtre Liquid «\u202f{filter}\u202f».',
  },
  'filter-without-name': {
    en: 'A “|” is followed by no name of a filter.',
    fr: 'Un «\u202f|\u202f» n’est suivi d’aucun nom de filtre.',
  },
  'filter-without-colon': {
    en: 'A colon parts a filter’s name from its value.',
    fr: 'Un deux-points sépare le nom d’un filtre de sa valeur.',
  },
  'filter-without-value': {
    en: 'The Liquid filter “{filter}” needs a value.',
    fr: 'Le filtre Liquid «\u202f{filter}\u202f» demande une valeur.',
  },
  'missing-value': {
    en: 'A value or a condition is missing here.',
    fr: 'Il manque ici une valeur ou une condition.',
  },
  'unreadable-value': {
    en: '“{value}” is no value or condition that Liquid can read.',
    fr: '«\u202f{value}\u202f» n’est ni une valeur ni une condition que Liquid sache lire.',
  },
  'unreadable-rest': {
    en: 'What follows this value cannot be read: an operator (==, >, contains…) or “|” is expected.',
    fr: 'La suite de cette valeur est illisible\u00a0: un opérateur (==, >, contains…) ou «\u202f|\u202f» est attendu.',
  },
  'unexpected-character': {
    en: '“{value}” is not expected here.',
    fr: '«\u202f{value}\u202f» est inattendu à cet endroit.',
  },
  'unreadable-range': {
    en: 'Parentheses hold a range such as (1..5), nothing else.',
    fr: 'Des parenthèses ne contiennent qu’une suite telle que (1..5).',
  },
  'assign-without-name': {
    en: 'The name of the variable is missing.',
    fr: 'Il manque le nom de la variable.',
  },
  'assign-without-equals': {
    en: 'A “=” is missing after the name of the variable.',
    fr: 'Il manque un «\u202f=\u202f» après le nom de la variable.',
  },
  'cycle-of-nothing': {
    en: '“cycle” needs the values to take in turn.',
    fr: '«\u202fcycle\u202f» demande les valeurs à prendre tour à tour.',
  },
  'unreadable-comment': {
    en: 'Each line of such a comment begins with #.',
    fr: 'Chaque ligne d’un tel commentaire commence par #.',
  },
  'too-long': {
    en: 'This text is too long for Liquid.',
    fr: 'Ce texte est trop long pour Liquid.',
  },
  'unreadable-base64': {
    en: 'What “base64_decode” was given is not in that code.',
    fr: 'Ce que «\u202fbase64_decode\u202f» a reçu n’est pas dans ce code.',
  },
  'unreadable-address': {
    en: 'What “url_decode” was given is no part of an address.',
    fr: 'Ce que «\u202furl_decode\u202f» a reçu n’est pas une partie d’adresse.',
  },
  unreadable: {
    en: 'The Liquid code cannot be read: “{detail}”.',
    fr: 'Le code Liquid est illisible\u00a0: «\u202f{detail}\u202f».',
  },
} satisfies Messages

export type LiquidFaultCode = keyof typeof texts

/** What can be wrong with Liquid that somebody writes. A slot is `{name}`; what fills it is the author's own. */
export const liquidFaultTexts: Messages<LiquidFaultCode> = texts
