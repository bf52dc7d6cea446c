import { randomInt } from 'node:crypto'

/** No letter or digit that is taken for another when read aloud or copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'
const GROUP_LENGTH = 4

const group = () =>
  Array.from({ length: GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('')

/** A new code such as `RL-7F3K-9QXM`: one of 800 thousand million, not to be guessed. */
export const couponCode = (): string => `RL-${group()}-${group()}`
