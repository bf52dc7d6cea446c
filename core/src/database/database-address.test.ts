import { expect, test } from 'vitest'
import { databaseAddress } from './database-address'

test('an address without a socket is left as it is', () => {
  const url = 'postgres://me:p%40ss@db.example:6000/relance?sslmode=require'
  expect(databaseAddress(url)).toEqual({ url })
})

test('the folder of a socket is taken out, and the port names the socket in it', () => {
  expect(databaseAddress('postgres://me:p@localhost:6000/shop?host=/var/run/pg')).toEqual({
    url: 'postgres://me:p@localhost:6000/shop',
    path: '/var/run/pg/.s.PGSQL.6000',
  })
  expect(databaseAddress('postgres://localhost/shop?host=/a%20b&ssl=false')).toEqual({
    url: 'postgres://localhost/shop?ssl=false',
    path: '/a b/.s.PGSQL.5432',
  })
})
