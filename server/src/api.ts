import { activityRoutes } from './activity/activity'
import { lifecycleRoute } from './activity/lifecycle'
import { answerRoutes } from './answers/answers'
import { peopleWaitingRoute } from './answers/people-waiting'
import { brandRoutes } from './brand/brand'
import { feedRoutes } from './catalogue/feed'
import { contactRoutes } from './contacts/contacts'
import { erasureRoutes } from './contacts/erasure'
import { mergeRoutes } from './contacts/merges'
import { pressureRoutes } from './contacts/pressure'
import { recommendationRoutes } from './contacts/recommendations'
import { recordRoutes } from './contacts/record'
import { timelineRoute } from './contacts/timeline'
import { whyRoute } from './contacts/why'
import { currencyRateRoutes } from './currency-rates/currency-rates'
import { enrolmentRoutes } from './enrolments/enrolments'
import { journeyRoute } from './enrolments/journey'
import { traceRoute } from './enrolments/trace'
import { eventRoutes } from './events/events'
import { alarmRoutes } from './faulty/alarms'
import { apologyRoutes } from './faulty/apologies'
import { faultySendRoutes } from './faulty/faulty-send'
import { supportCaseRoutes } from './faulty/support-cases'
import { controlRoutes } from './flows/control'
import { createFlowRoute } from './flows/create'
import { draftRoutes } from './flows/draft'
import { factsRoute } from './flows/facts'
import { figureRoutes } from './flows/figures'
import { listFlowsRoute } from './flows/list'
import { liveFiguresRoute } from './flows/live-figures'
import { oneFlow } from './flows/one'
import { publishRoutes } from './flows/publish'
import { publishRequestRoutes } from './flows/publish-requests'
import { scheduledRoutes } from './flows/scheduled'
import { versionRoutes } from './flows/versions'
import { routes } from './http/routes'
import { imageRoutes } from './images/images'
import { importRoutes } from './imports/imports'
import { inactivityRoutes } from './inactivity/inactivity-definitions'
import { keyRoutes } from './keys/keys'
import { listRoutes } from './lists/lists'
import { mailCheckRoute } from './mail-templates/check'
import { mailChecksRoute } from './mail-templates/checks'
import { contentsRoute } from './mail-templates/contents'
import { mailFieldRoute } from './mail-templates/fields'
import { mailBlockRoutes } from './mail-templates/mail-blocks'
import { mailTemplateRoutes } from './mail-templates/mail-templates'
import { previewRoute } from './mail-templates/preview'
import { renderRoute } from './mail-templates/render'
import { mailSnippetRoute } from './mail-templates/snippets'
import { testMailRoute } from './mail-templates/test-mail'
import { mailVersionRoutes } from './mail-templates/versions'
import { me } from './me/me'
import { memberRoutes } from './members/members'
import { messageRoutes } from './messages/messages'
import { offerRoutes } from './offers/offers'
import { productRoutes } from './products/products'
import { answerReportRoutes } from './reports/answer-report'
import { figureRowsRoute } from './reports/figure-rows'
import { linkReportRoute } from './reports/link-report'
import { messageReportRoute } from './reports/message-report'
import { reportBySpanRoute } from './reports/report-by-span'
import { returnRoutes } from './returns/returns'
import { scenarioTemplates } from './scenario-templates/scenario-templates'
import { scoreRoutes } from './scores/scores'
import { segmentRoutes } from './segments/segments'
import { providerRoutes } from './sender/providers'
import { senderRoute } from './sender/sender'
import { sendingRoutes as sendingLimitRoutes } from './sender/sending'
import { approvalRoutes } from './sendings/approvals'
import { sendingPeopleRoute } from './sendings/sending-people'
import { sendingRoutes } from './sendings/sendings'
import { engineStatusRoute } from './status/engine-status'
import { statusRoute } from './status/status'
import { testClockRoutes } from './test-clock/test-clock'
import { backtestRoutes } from './try/backtest'
import { savedCheckRoutes } from './try/saved-checks'
import { stepEffectRoutes } from './try/step-effect'
import { tryRoutes } from './try/try'
import { workspaces } from './workspaces/workspaces'

/** Every route of `/api`, by subject. */
export const api = routes()
for (const subject of [
  me,
  workspaces,
  brandRoutes,
  scenarioTemplates,
  listFlowsRoute,
  createFlowRoute,
  oneFlow,
  draftRoutes,
  factsRoute,
  versionRoutes,
  publishRoutes,
  publishRequestRoutes,
  scheduledRoutes,
  controlRoutes,
  figureRoutes,
  tryRoutes,
  backtestRoutes,
  stepEffectRoutes,
  savedCheckRoutes,
  sendingRoutes,
  sendingPeopleRoute,
  alarmRoutes,
  faultySendRoutes,
  apologyRoutes,
  supportCaseRoutes,
  answerRoutes,
  peopleWaitingRoute,
  approvalRoutes,
  liveFiguresRoute,
  enrolmentRoutes,
  traceRoute,
  journeyRoute,
  listRoutes,
  contactRoutes,
  timelineRoute,
  whyRoute,
  activityRoutes,
  pressureRoutes,
  recommendationRoutes,
  erasureRoutes,
  lifecycleRoute,
  inactivityRoutes,
  returnRoutes,
  recordRoutes,
  mergeRoutes,
  messageRoutes,
  mailChecksRoute,
  mailTemplateRoutes,
  imageRoutes,
  previewRoute,
  renderRoute,
  messageReportRoute,
  answerReportRoutes,
  figureRowsRoute,
  linkReportRoute,
  reportBySpanRoute,
  senderRoute,
  sendingLimitRoutes,
  providerRoutes,
  mailCheckRoute,
  mailBlockRoutes,
  mailFieldRoute,
  mailSnippetRoute,
  mailVersionRoutes,
  testMailRoute,
  contentsRoute,
  productRoutes,
  feedRoutes,
  importRoutes,
  currencyRateRoutes,
  scoreRoutes,
  offerRoutes,
  segmentRoutes,
  eventRoutes,
  testClockRoutes,
  keyRoutes,
  memberRoutes,
  statusRoute,
  engineStatusRoute,
]) {
  api.route('/', subject)
}
