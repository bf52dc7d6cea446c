import { boolean, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { byDatabase, instant } from './column-types'

/** Who signs in: the sign-in library’s tables. */
const authSchema = pgSchema('auth')

export const users = authSchema.table(
  'users',
  {
    id: text('id').notNull(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    emailVerified: boolean('email_verified').notNull().default(byDatabase),
    image: text('image'),
    language: text('language').notNull().default(byDatabase),
    createdAt: instant('created_at').notNull().default(byDatabase),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

export const sessions = authSchema.table(
  'sessions',
  {
    id: text('id').notNull(),
    expiresAt: instant('expires_at').notNull(),
    token: text('token').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

export const accounts = authSchema.table(
  'accounts',
  {
    id: text('id').notNull(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull().default(byDatabase),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)

export const verifications = authSchema.table(
  'verifications',
  {
    id: text('id').notNull(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().default(byDatabase),
    updatedAt: instant('updated_at').notNull().default(byDatabase),
  },
  (t) => [primaryKey({ columns: [t.id] })],
)
