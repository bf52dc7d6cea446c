import type { setup as english } from '../en/setup'

/** What a new workspace is asked for. */
export const setup: Record<keyof typeof english, string> = {
  'setup.title': 'Cinq choses avant d’écrire au premier client',
  'setup.progress': '{done} sur {of}',
  'setup.shop': 'Votre boutique',
  'setup.shopAbout': 'Son nom, sa langue, son fuseau horaire.',
  'setup.shopAct': 'La nommer',
  'setup.sender': 'Qui écrit',
  'setup.senderAbout': 'Le nom et l’adresse à qui vos clients répondent.',
  'setup.senderAct': 'Le choisir',
  'setup.look': 'L’allure des e-mails',
  'setup.lookAbout': 'Vos couleurs, votre logo, comment vous joindre.',
  'setup.lookAct': 'La choisir',
  'setup.data': 'Vos clients',
  'setup.dataAbout':
    'Un fichier, votre boutique, ou 23 570 clients réels d’un disquaire, pour essayer.',
  'setup.dataAct': 'Les faire venir',
  'setup.sample': 'Prendre l’exemple',
  'setup.sampleComing': 'Les données d’exemple arrivent. Continuez pendant ce temps.',
  'setup.scenario': 'Un premier scénario',
  'setup.scenarioAbout':
    'Prenez un modèle : ses messages sont écrits, et rien ne part avant la publication.',
  'setup.scenarioAct': 'Choisir un modèle',
  'setup.done': 'C’est fait.',
  'setup.skipped': 'Laissé de côté pour l’instant.',
  'setup.skip': 'Passer',
}
