import { expect, test } from 'vitest'
import { describeSeen } from './describe-seen'
import type { Rule } from './rule'

const names = {
  template: () => undefined,
  offer: () => undefined,
  node: (id: string) => (id === 'mail-1' ? 'email 1' : undefined),
  segment: () => 'At risk',
}

test.each<[Rule, string, string, string]>([
  [
    { event: 'Email Link Clicked', of: 'mail-1' },
    'Clicked in email 1',
    'A cliqué dans email 1',
    'times',
  ],
  [
    { not: { event: 'Order Completed', since: 'entry', count: { op: '>=', value: 2 } } },
    'Ordered since entering',
    'A commandé depuis l’entrée',
    'times',
  ],
  [{ field: 'revenueCents', op: '>', value: 5000 }, 'Revenue', 'Chiffre d’affaires', 'money'],
  [
    { field: 'lastOrderAt', op: '<', value: { ago: 'P90D' } },
    'Last order',
    'Dernière commande',
    'instant',
  ],
  [{ consent: 'email', state: 'given' }, 'Consent to email', 'Accord pour les e-mails', 'consent'],
  [
    { segment: 's', member: false },
    'Is in “At risk”',
    'Fait partie de «\u202fAt risk\u202f»',
    'plain',
  ],
])('what a leaf looked at is named, not asked: %j', (leaf, english, french, kind) => {
  expect(describeSeen(leaf, 'en', names)).toEqual({ subject: english, kind })
  expect(describeSeen(leaf, 'fr', names)).toEqual({ subject: french, kind })
})
