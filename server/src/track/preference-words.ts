import type { Words } from '@relance/core/words/language'

/** What the preference page says. */
export const preferenceWords = {
  title: { en: 'What you receive from us', fr: 'Ce que vous recevez de nous' },
  about: {
    en: 'Choose what {shop} may write to you. It takes effect at once. Messages about an order always reach you.',
    fr: 'Choisissez ce que {shop} peut vous écrire. C’est effectif dès maintenant. Les messages sur une commande vous parviennent toujours.',
  },
  topics: { en: 'What about', fr: 'Les sujets' },
  pace: { en: 'How often', fr: 'Le rythme' },
  usual: { en: 'As usual', fr: 'Comme d’habitude' },
  less: { en: 'Less often', fr: 'Moins souvent' },
  lessAbout: { en: 'About half as many messages', fr: 'Environ moitié moins de messages' },
  pause: { en: 'Nothing for {days} days', fr: 'Rien pendant {days} jours' },
  pauseAbout: { en: 'Then as usual again', fr: 'Puis de nouveau comme d’habitude' },
  pausedUntil: { en: 'Nothing until {date}', fr: 'Rien jusqu’au {date}' },
  channels: { en: 'Where', fr: 'Les canaux' },
  email: { en: 'By email', fr: 'Par e-mail' },
  sms: { en: 'By SMS', fr: 'Par SMS' },
  save: { en: 'Save my choices', fr: 'Enregistrer mes choix' },
  stop: { en: 'Stop everything', fr: 'Ne plus rien recevoir' },
  saved: { en: 'Your choices are saved.', fr: 'Vos choix sont enregistrés.' },
  stopped: {
    en: 'You will receive nothing more, apart from messages about an order.',
    fr: 'Vous ne recevrez plus rien, sauf les messages sur une commande.',
  },
} satisfies Record<string, Words>
