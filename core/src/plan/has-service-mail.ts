import type { Plan } from './plan'

/** Whether something it sends is a service message, which also reaches those who have unsubscribed. */
export const hasServiceMail = ({ settings, nodes }: Pick<Plan, 'settings' | 'nodes'>): boolean =>
  settings.typology === 'service' ||
  Object.values(nodes).some(({ config }) => config.typology === 'service')
