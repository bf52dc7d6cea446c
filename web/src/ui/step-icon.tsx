import {
  Activity,
  AlarmClock,
  Ban,
  Bell,
  BellOff,
  Cake,
  CalendarCheck,
  CalendarClock,
  CalendarDays,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleSlash,
  Clock,
  CornerDownRight,
  CreditCard,
  Download,
  Eye,
  FileText,
  Flag,
  Gauge,
  GitBranch,
  Globe,
  Hourglass,
  Link2,
  LogOut,
  type LucideIcon,
  Mail,
  MailCheck,
  MailOpen,
  MailWarning,
  MailX,
  MessageSquareText,
  Moon,
  MousePointerClick,
  Package,
  PackageCheck,
  Pause,
  Pencil,
  Percent,
  Phone,
  Play,
  Radio,
  Repeat,
  Search,
  Send,
  ShoppingBag,
  ShoppingCart,
  Shuffle,
  Signpost,
  Split,
  Star,
  Tag,
  Ticket,
  Timer,
  TimerReset,
  TrendingDown,
  TriangleAlert,
  Undo2,
  User,
  UserCheck,
  UserMinus,
  UserPlus,
  UserRound,
  Users,
  UserX,
  Webhook,
  Workflow,
  Zap,
} from 'lucide-react'
import { forwardRef, type SVGProps } from 'react'

/** Our own signs, on a 16 px grid, where the set has none that says it. */
const Diamond = forwardRef<SVGSVGElement, SVGProps<SVGSVGElement>>(function Diamond(props, ref) {
  return (
    <svg
      ref={ref}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      <path d="M8 1.9 14.1 8 8 14.1 1.9 8z" />
      <path d="M6.5 6.6c.1-.9.7-1.4 1.6-1.4s1.5.5 1.5 1.3c0 1.1-1.6 1.2-1.6 2.3M8 10.7h.01" />
    </svg>
  )
})
const Fork = forwardRef<SVGSVGElement, SVGProps<SVGSVGElement>>(function Fork(props, ref) {
  return (
    <svg
      ref={ref}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      {...props}
    >
      <path d="M8 14V9.4M8 9.4C8 6.6 3.6 7 3.6 3.4M8 9.4c0-2.8 4.4-2.4 4.4-6" />
      <path d="m2 4.6 1.6-1.8 1.6 1.8M10.8 4.6l1.6-1.8L14 4.6" />
    </svg>
  )
})

const icons: Record<string, LucideIcon | typeof Diamond> = {
  condition: Diamond,
  'circle-help': Diamond,
  'git-branch': Diamond,
  'git-fork': Diamond,
  diamond: Diamond,
  split: Fork,
  shuffle: Fork,
  percent: Percent,
  branch: GitBranch,
  signpost: Signpost,
  activity: Activity,
  ban: Ban,
  bell: Bell,
  'bell-off': BellOff,
  cake: Cake,
  'calendar-clock': CalendarClock,
  'calendar-days': CalendarDays,
  calendar: CalendarDays,
  'calendar-check': CalendarCheck,
  'circle-dashed': CircleDashed,
  'circle-slash': CircleSlash,
  clock: Clock,
  'corner-down-right': CornerDownRight,
  'credit-card': CreditCard,
  eye: Eye,
  'file-text': FileText,
  flag: Flag,
  gauge: Gauge,
  globe: Globe,
  hourglass: Hourglass,
  link: Link2,
  'log-out': LogOut,
  mail: Mail,
  'mail-check': MailCheck,
  'mail-open': MailOpen,
  'mail-warning': MailWarning,
  'mail-x': MailX,
  'message-square-text': MessageSquareText,
  message: MessageSquareText,
  'mouse-pointer-click': MousePointerClick,
  click: MousePointerClick,
  package: Package,
  'package-check': PackageCheck,
  pencil: Pencil,
  'pencil-line': Pencil,
  phone: Phone,
  play: Play,
  repeat: Repeat,
  search: Search,
  send: Send,
  'shopping-bag': ShoppingBag,
  'shopping-cart': ShoppingCart,
  cart: ShoppingCart,
  star: Star,
  tag: Tag,
  'timer-reset': TimerReset,
  'trending-down': TrendingDown,
  'triangle-alert': TriangleAlert,
  'undo-2': Undo2,
  user: User,
  'user-round': UserRound,
  'user-check': UserCheck,
  'user-minus': UserMinus,
  'user-plus': UserPlus,
  'user-x': UserX,
  users: Users,
  webhook: Webhook,
  workflow: Workflow,
  zap: Zap,
  timer: Timer,
  'alarm-clock': AlarmClock,
  moon: Moon,
  'circle-check': CircleCheck,
  pause: Pause,
  help: CircleHelp,
  fork: Split,
  random: Shuffle,
  download: Download,
  ticket: Ticket,
  radio: Radio,
}

/** Whether a name is drawn as itself. */
export const isIconKnown = (name: string): boolean => Object.hasOwn(icons, name)

/** The icon a step type names; a dashed circle for a name this version does not know. */
export function StepIcon({ name, small }: { name: string; small?: boolean }) {
  const Icon = icons[name] ?? CircleDashed
  return (
    <Icon
      className={small ? 'icon-s' : 'icon'}
      strokeWidth={Icon === Diamond || Icon === Fork ? 1.5 : 2}
      aria-hidden="true"
    />
  )
}
