import { expect, test } from 'vitest'
import { guessMapping, headerOf } from './guess-mapping'

test('reads the columns of a file separated by semicolons, quotes left out', () => {
  expect(headerOf('"Prénom";Nom;E-mail\r\nClaire;Duchemin;c@example.com')).toEqual([
    'Prénom',
    'Nom',
    'E-mail',
  ])
})

test('guesses columns in both languages, each column once', () => {
  expect(guessMapping('contacts', ['Prénom', 'Nom', 'E-mail', 'customer_id'])).toEqual({
    externalId: 'customer_id',
    email: 'E-mail',
    firstName: 'Prénom',
    lastName: 'Nom',
  })
})

test('guesses columns as shops in France write them', () => {
  const columns = ['N° de client', 'E-mail', 'N° de commande', 'Date de commande', 'Montant']
  expect(guessMapping('orders', columns)).toEqual({
    externalId: 'N° de client',
    email: 'E-mail',
    orderId: 'N° de commande',
    at: 'Date de commande',
    revenue: 'Montant',
  })
  expect(guessMapping('contacts', ['Date de naissance', 'Numéro du client'])).toEqual({
    birthday: 'Date de naissance',
    externalId: 'Numéro du client',
  })
})
