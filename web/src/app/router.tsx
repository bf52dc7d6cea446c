import { language } from '@relance/core/words/language'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { liveSearch } from '../canvas/live-range'
import { readFiguresSearch } from '../figures/figures-search'
import { loadWords } from '../words/format-message'
import { withWords } from '../words/with-words'
import { AppFrame, Root } from './app-frame'
import { NotFoundPage } from './not-found-page'
import { PageFailed } from './page-failed'
import { PagePending } from './page-pending'

const root = createRootRoute({ component: Root })
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(
    withWords(() => import('./sign-in-page')),
    'SignInPage',
  ),
})
const app = createRoute({ getParentRoute: () => root, id: 'app', component: AppFrame })

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  component: lazyRouteComponent(
    withWords(() => import('../home/home-page')),
    'HomePage',
  ),
})
const template = createRoute({
  getParentRoute: () => app,
  path: '/templates/$key',
  component: lazyRouteComponent(
    withWords(() => import('../templates/template-page')),
    'TemplatePage',
  ),
})
const startTemplate = createRoute({
  getParentRoute: () => app,
  path: '/templates/$key/start',
  component: lazyRouteComponent(
    withWords(() => import('../templates/start-page')),
    'StartPage',
  ),
})
const scenario = createRoute({
  getParentRoute: () => app,
  path: '/scenarios/$flowId',
  component: lazyRouteComponent(() => import('../canvas/build-page'), 'BuildPage'),
})
const tryIt = createRoute({
  getParentRoute: () => app,
  path: '/scenarios/$flowId/try',
  component: lazyRouteComponent(
    withWords(() => import('../canvas/try/try-page')),
    'TryPage',
  ),
})
const live = createRoute({
  getParentRoute: () => app,
  path: '/scenarios/$flowId/live',
  validateSearch: liveSearch,
  component: lazyRouteComponent(
    withWords(() => import('../canvas/live-page')),
    'LivePage',
  ),
})
const sendings = createRoute({
  getParentRoute: () => app,
  path: '/scenarios/$flowId/sendings',
  component: lazyRouteComponent(
    withWords(() => import('../newsletters/sendings-page')),
    'SendingsPage',
  ),
})
const faultySend = createRoute({
  getParentRoute: () => app,
  path: '/scenarios/$flowId/steps/$nodeId/oops',
  component: lazyRouteComponent(
    withWords(() => import('../faulty/faulty-send-page')),
    'FaultySendPage',
  ),
})
const newNewsletter = createRoute({
  getParentRoute: () => app,
  path: '/newsletters/new',
  component: lazyRouteComponent(
    withWords(() => import('../newsletters/new-newsletter-page')),
    'NewNewsletterPage',
  ),
})
const customers = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  component: lazyRouteComponent(
    withWords(() => import('../customers/customers-page')),
    'CustomersPage',
  ),
})
const customer = createRoute({
  getParentRoute: () => app,
  path: '/customers/$contactId',
  component: lazyRouteComponent(
    withWords(() => import('../customers/customer-page')),
    'CustomerPage',
  ),
})
const answers = createRoute({
  getParentRoute: () => app,
  path: '/answers',
  component: lazyRouteComponent(
    withWords(() => import('../answers/answers-page')),
    'AnswersPage',
  ),
})
const scenarioSides = createRoute({
  getParentRoute: () => app,
  path: '/scenarios/$flowId/sides',
  component: lazyRouteComponent(
    withWords(() => import('../journey/flow-journey-page')),
    'FlowJourneyPage',
  ),
})
const runSides = createRoute({
  getParentRoute: () => app,
  path: '/customers/$contactId/runs/$enrolmentId',
  component: lazyRouteComponent(
    withWords(() => import('../journey/run-journey-page')),
    'RunJourneyPage',
  ),
})
const lifecycle = createRoute({
  getParentRoute: () => app,
  path: '/lifecycle',
  component: lazyRouteComponent(
    withWords(() => import('../lifecycle/lifecycle-page')),
    'LifecyclePage',
  ),
})
const returns = createRoute({
  getParentRoute: () => app,
  path: '/returns',
  component: lazyRouteComponent(
    withWords(() => import('../returns/returns-page')),
    'ReturnsPage',
  ),
})
const scores = createRoute({
  getParentRoute: () => app,
  path: '/scores',
  component: lazyRouteComponent(
    withWords(() => import('../scores/scores-page')),
    'ScoresPage',
  ),
})
const segments = createRoute({
  getParentRoute: () => app,
  path: '/segments',
  component: lazyRouteComponent(
    withWords(() => import('../segments/segments-page')),
    'SegmentsPage',
  ),
})
const newSegment = createRoute({
  getParentRoute: () => app,
  path: '/segments/new',
  component: lazyRouteComponent(
    withWords(() => import('../segments/segment-page')),
    'NewSegmentPage',
  ),
})
const segment = createRoute({
  getParentRoute: () => app,
  path: '/segments/$segmentId',
  component: lazyRouteComponent(
    withWords(() => import('../segments/segment-page')),
    'SegmentPage',
  ),
})
const messages = createRoute({
  getParentRoute: () => app,
  path: '/messages',
  component: lazyRouteComponent(
    withWords(() => import('../messages/messages-page')),
    'MessagesPage',
  ),
})
const messageFigures = createRoute({
  getParentRoute: () => app,
  path: '/messages/figures',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(
    withWords(() => import('../figures/figures-page')),
    'FiguresPage',
  ),
})
const figuresOf = createRoute({
  getParentRoute: () => app,
  path: '/messages/figures/$by/$key',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(
    withWords(() => import('../figures/figures-of-page')),
    'FiguresOfPage',
  ),
})
const message = createRoute({
  getParentRoute: () => app,
  path: '/messages/$templateId',
  component: lazyRouteComponent(async () => {
    // A mail is begun in its own language, whatever the reader's.
    await Promise.all(language.options.map(loadWords))
    return import('../messages/mail-page')
  }, 'MailPage'),
})
const imports = createRoute({
  getParentRoute: () => app,
  path: '/imports',
  component: lazyRouteComponent(
    withWords(() => import('../imports/imports-page')),
    'ImportsPage',
  ),
})
const developers = createRoute({
  getParentRoute: () => app,
  path: '/developers',
  component: lazyRouteComponent(
    withWords(() => import('../developers/developers-page')),
    'DevelopersPage',
  ),
})
const status = createRoute({
  getParentRoute: () => app,
  path: '/status',
  component: lazyRouteComponent(
    withWords(() => import('../status/status-page')),
    'StatusPage',
  ),
})
const settings = createRoute({
  getParentRoute: () => app,
  path: '/settings',
  component: lazyRouteComponent(
    withWords(() => import('../settings/settings-page')),
    'SettingsPage',
  ),
})

const pages = [
  home,
  template,
  startTemplate,
  scenario,
  tryIt,
  live,
  sendings,
  newNewsletter,
  faultySend,
  customers,
  customer,
  scenarioSides,
  runSides,
  lifecycle,
  returns,
  scores,
  segments,
  newSegment,
  segment,
  answers,
  messages,
  messageFigures,
  figuresOf,
  message,
  imports,
  developers,
  status,
  settings,
]

/** Every page of the app, each in a chunk of its own; all but a drawing come with all texts. */
export const router = createRouter({
  routeTree: root.addChildren([signIn, app.addChildren(pages)]),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NotFoundPage,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailed,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
