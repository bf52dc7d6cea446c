import { MOST_SPREAD_HOURS } from '@relance/core/sending/spread'

/** What our own schemas say, by the English they say it in. */
export const ownIssueWords: Readonly<Record<string, string>> = {
  'must be an id': 'doit être un identifiant',
  'must be an instant such as 2026-03-02T10:30:00Z':
    'doit être un instant, par exemple 2026-03-02T10:30:00Z',
  'give at least one language': 'indiquez au moins une langue',
  'is not a time zone we know, such as Europe/Paris':
    'n’est pas un fuseau horaire connu, par exemple Europe/Paris',
  'must be a currency such as EUR': 'doit être une devise, par exemple EUR',
  'must be a colour such as #1f5c4a': 'doit être une couleur, par exemple #1f5c4a',
  'say who: externalId, anonymousId or email':
    'précisez qui\u00a0: externalId, anonymousId ou email',
  'is not one of ours': 'n’est pas l’un des nôtres',
  'must be an instant such as 2026-03-02T10:30:00Z, or a date such as 2026-03-02':
    'doit être un instant, par exemple 2026-03-02T10:30:00Z, ou une date, par exemple 2026-03-02',
  'must be a domain such as gmail.com, or *': 'doit être un domaine, par exemple gmail.com, ou *',
  'must be a domain such as mail.shop.example':
    'doit être un domaine, par exemple mail.shop.example',
  'must be a host name': 'doit être un nom de serveur',
  'must be a region: eu-west-1': 'doit être une région, par exemple eu-west-1',
  'must be a JSON object of texts': 'doit être un objet JSON de textes',
  'must say what the picture shows, for whoever does not see it':
    'doit dire ce que montre l’image, pour qui ne la voit pas',
  'has two topics of the same key': 'a deux sujets de la même clé',
  'names a goal twice': 'nomme deux fois un objectif',
  'orders are a goal already': 'les commandes sont déjà un objectif',
  'says the value of a goal twice': 'dit deux fois la valeur d’un objectif',
  'say which language the draft is in': 'précisez dans quelle langue est le brouillon',
  [`must be whole hours from PT1H to PT${MOST_SPREAD_HOURS}H`]: `doit être un nombre entier d’heures, de PT1H à PT${MOST_SPREAD_HOURS}H`,
  'not a time': 'n’est pas une heure',
  'not a pointer': 'n’est pas un pointeur JSON',
  'not a web address': 'n’est pas une adresse web',
  'not a duration': 'n’est pas une durée',
  'not a recurrence': 'n’est pas une récurrence',
}
