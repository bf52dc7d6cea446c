import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const APT_TIMEOUT_MS = 30_000

/** A real Postfix from Debian’s packages, in a folder of its own: nothing of the machine is changed. */
export interface Postfix {
  url: string
  /** What was delivered to a mailbox, as it lies there, oldest first. */
  mails(mailbox: string): Promise<string[]>
  log(): Promise<string>
  close(): Promise<void>
}

interface Options {
  /** The domain it takes mail for, with its mailboxes; others of it do not exist. */
  domain: string
  mailboxes: readonly string[]
  /** A domain whose mail it hands to a port of this machine. */
  relay: { domain: string; port: number }
}

/** A port nobody listens at. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}

/**
 * Fetches Postfix with apt, unpacks it into a throw-away folder and starts it there, on a port of its own.
 * @returns why not, in words, where this machine cannot: it is no Debian, we are not root, or apt fetches nothing
 */
export async function startPostfix(options: Options): Promise<Postfix | string> {
  if (process.getuid?.() !== 0) return 'Postfix must be started as root'
  const folder = await mkdtemp(join(tmpdir(), 'relance-postfix-'))
  try {
    await unpack(folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    return `apt has no Postfix for us: ${String(error).split('\n')[0]}`
  }
  return start(folder, options)
}

async function unpack(folder: string): Promise<void> {
  const archives = join(folder, 'debs')
  await mkdir(join(archives, 'partial'), { recursive: true })
  const options = [
    `Dir::Cache::archives=${archives}`,
    ...['Debug::NoLocking=true', 'APT::Sandbox::User=root', 'Acquire::Retries=0'],
    ...['Acquire::http::Timeout=3', 'Acquire::https::Timeout=3'],
  ].flatMap((option) => ['-o', option])
  const asked = ['install', '--download-only', '-y', '--no-install-recommends', '--reinstall']
  await run('apt-get', [...asked, ...options, 'postfix'], { timeout: APT_TIMEOUT_MS })
  const debs = (await readdir(archives)).filter((name) => name.endsWith('.deb'))
  for (const deb of debs) await run('dpkg', ['-x', join(archives, deb), folder])
}

const idOf = async (user: string) => {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)),
  )
  return { uid: uid ?? 0, gid: gid ?? 0 }
}

/** Users that every Debian has; of Postfix’s own there are none, as it is not installed. */
const OWNER = 'mail'
const SETGID_GROUP = 'news'

async function start(folder: string, { domain, mailboxes, relay }: Options): Promise<Postfix> {
  const port = await freePort()
  const at = (...names: string[]) => join(folder, ...names)
  const { uid, gid } = await idOf(OWNER)
  const nobody = await idOf('nobody')
  await chmod(folder, 0o755)
  for (const name of ['etc-postfix', 'spool', 'data', 'mail']) await mkdir(at(name))
  await chown(at('data'), uid, gid)
  await chown(at('mail'), nobody.uid, nobody.gid)
  const queues = ['active', 'bounce', 'corrupt', 'defer', 'deferred', 'flush', 'hold', 'incoming']
  for (const queue of [...queues, 'private', 'saved', 'trace', 'public', 'maildrop']) {
    await mkdir(at('spool', queue), { mode: queue === 'public' ? 0o755 : 0o700 })
    await chown(at('spool', queue), uid, gid)
  }
  await mkdir(at('spool', 'pid'))
  const lib = at('usr', 'lib', 'postfix')
  await writeFile(
    at('etc-postfix', 'main.cf'),
    Object.entries({
      compatibility_level: '3.6',
      mail_owner: OWNER,
      setgid_group: SETGID_GROUP,
      default_privs: 'nobody',
      queue_directory: at('spool'),
      data_directory: at('data'),
      command_directory: at('usr', 'sbin'),
      daemon_directory: join(lib, 'sbin'),
      shlib_directory: lib,
      meta_directory: at('etc-postfix'),
      import_environment: 'MAIL_CONFIG MAIL_LOGTAG TZ LANG=C POSTLOG_SERVICE LD_LIBRARY_PATH',
      maillog_file_prefixes: folder,
      maillog_file: at('mail.log'),
      myhostname: `mx.${domain}`,
      mydestination: '',
      mynetworks: '127.0.0.0/8',
      inet_interfaces: 'loopback-only',
      inet_protocols: 'ipv4',
      smtp_dns_support_level: 'disabled',
      smtp_tls_security_level: 'none',
      smtpd_tls_security_level: 'none',
      alias_maps: '',
      local_recipient_maps: '',
      virtual_mailbox_domains: domain,
      virtual_mailbox_base: at('mail'),
      virtual_mailbox_maps: `inline:{${mailboxes.map((name) => `${name}@${domain}=${name}/`).join(',')}}`,
      virtual_uid_maps: `static:${nobody.uid}`,
      virtual_gid_maps: `static:${nobody.gid}`,
      virtual_minimum_uid: '1',
      // A mailbox that does not exist is found out after the mail was taken, as behind many a gateway.
      smtpd_reject_unlisted_recipient: 'no',
      transport_maps: `inline:{${relay.domain}=smtp:[127.0.0.1]:${relay.port}}`,
    })
      .map(([name, value]) => `${name} = ${value}\n`)
      .join(''),
  )
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    ...['cleanup unix n - n - 0 cleanup', 'qmgr unix n - n 300 1 qmgr'],
    'rewrite unix - - n - - trivial-rewrite',
    ...['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce`),
    ...['verify unix - - n - 1 verify', 'flush unix n - n 1000? 0 flush'],
    ...['smtp', 'relay'].map((name) => `${name} unix - - n - - smtp`),
    ...['error', 'retry'].map((name) => `${name} unix - - n - - error`),
    ...['discard unix - - n - - discard', 'virtual unix - n n - - virtual'],
    ...['anvil unix - - n - 1 anvil', 'scache unix - - n - 1 scache'],
    ...['proxymap unix - - n - - proxymap', 'postlog unix-dgram n - n - 1 postlogd'],
  ]
  await writeFile(at('etc-postfix', 'master.cf'), `${services.join('\n')}\n`)
  const env = {
    PATH: process.env.PATH,
    MAIL_CONFIG: at('etc-postfix'),
    LD_LIBRARY_PATH: `${lib}:${at('usr', 'lib', `${machine()}-linux-gnu`)}`,
  }
  const master = spawn(join(lib, 'sbin', 'master'), ['-d', '-c', at('etc-postfix')], { env })
  const log = () => readFile(at('mail.log'), 'utf8').catch(() => '')
  await listening(master, port, log)
  return {
    url: `smtp://127.0.0.1:${port}`,
    log,
    async mails(mailbox) {
      const box = at('mail', mailbox, 'new')
      const names = await readdir(box).catch(() => [])
      return Promise.all(names.sort().map((name) => readFile(join(box, name), 'utf8')))
    },
    async close() {
      const over = new Promise((resolve) => master.once('exit', resolve))
      master.kill('SIGTERM')
      await over
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}

const machine = () => (process.arch === 'arm64' ? 'aarch64' : 'x86_64')

const START_TIMEOUT_MS = 120_000

/** Waits until somebody listens at the port. Throws with the log where the master has ended before. */
async function listening(
  master: ChildProcess,
  port: number,
  log: () => Promise<string>,
): Promise<void> {
  const late = performance.now() + START_TIMEOUT_MS
  while (!(await canConnect(port))) {
    if (master.exitCode !== null || performance.now() > late)
      throw new Error(`Postfix did not start.\n${await log()}`)
    await new Promise((resume) => setTimeout(resume, 50))
  }
}

const canConnect = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (isThere: boolean) => () => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', answer(true))
    socket.once('error', answer(false))
  })
