import { emailChannel } from './email/channel'

/** Every channel, by name. A new one is a folder and a line here. */
export const channels = { email: emailChannel }

export type ChannelName = keyof typeof channels
