import { z } from 'zod'

const empty = (value: unknown) => value === '' ? undefined : value
const text = z.preprocess(empty, z.string().optional())
const port = z.coerce.number().int().min(0).max(65535)
const flag = z.preprocess((value) => value === undefined || value === '' ? undefined : ['1', 'true', 'yes', 'on'].includes(value as string), z.boolean().optional())
const database = z.preprocess(empty, z.string().regex(/^postgres(ql)?:\/\//, 'must look like postgres://person:password@host:5432/database').optional())

/** Links of the footer as `Label=https://…` separated by semicolons. */
const links = z.preprocess((value) => (value as string | undefined ?? '').split(';').filter(Boolean).map((link) => {
  const at = link.indexOf('=')
  return { label: link.slice(0, at).trim(), href: link.slice(at + 1).trim() }
}), z.array(z.object({
  label: z.string().min(1, 'must be written as Label=https://address;Other label=/page'),
  href: z.string().regex(/^(https?:\/\/|\/(?!\/))/, 'must hold addresses that begin with https:// or /'),
})))

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  SILLAGE_ORIGIN: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
  SILLAGE_DATA: z.string().default('.sillage'),
  SILLAGE_DEMONSTRATION: flag,
  SILLAGE_MASTER_KEYS: text,
  SILLAGE_NAME: z.string().default('Sillage'),
  SILLAGE_TAGLINE: z.string().default('Apprendre, prouver, agir, partager'),
  SILLAGE_LOGO: text,
  SILLAGE_THEME: z.enum(['neutral', 'state']).default('neutral'),
  SILLAGE_FOOTER_LINKS: links,
  SILLAGE_TRUST_PROXY: text,
  SILLAGE_RATE_LIMIT: z.coerce.number().int().min(1).default(1200),
  SILLAGE_METRICS_TOKEN: z.preprocess(empty, z.string().min(16, 'must have 16 characters or more').optional()),
  SILLAGE_AGENT_IDLE_MINUTES: z.coerce.number().int().min(5).max(1440).default(30),
  // Checked by modules/access/trusted-issuers.ts.
  SILLAGE_TRUSTED_ISSUERS: text,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).optional(),
  // Checked by apps/back-office/settings.ts.
  BACK_OFFICE_PORT: z.preprocess(empty, port.optional()), BACK_OFFICE_HOST: z.string().default('127.0.0.1'), BACK_OFFICE_ORIGIN: text,
  BACK_OFFICE_ALLOW: text, BACK_OFFICE_KEY: text, DATABASE_URL_BACK_OFFICE: database,
  DATABASE_URL: database, DATABASE_URL_PORTAL: database, DATABASE_URL_WORKER: database,
  REDIS_URL: z.preprocess(empty, z.url({ protocol: /^rediss?$/, hostname: /./, error: 'must look like redis://host:6379' }).optional()),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  SMTP_URL: z.preprocess(empty, z.string().regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://').optional()),
  // DKIM is checked by modules/mail/dkim.ts, the keys of web push by modules/notifications/push/configuration.ts.
  // Where people answer by mail what a mail told them, and the port on which the worker takes these answers.
  MAIL_REPLY_DOMAIN: z.preprocess(empty, z.string().regex(/^[a-z0-9.-]+$/i, 'must be a domain, as reponses.example.fr').optional()),
  MAIL_RECEIVE_PORT: z.preprocess(empty, port.optional()), MAIL_RECEIVE_HOST: z.string().default('127.0.0.1'),
  MAIL_FROM: text, MAIL_RETURNS: text, DKIM_DOMAIN: text, DKIM_SELECTOR: text, DKIM_PRIVATE_KEY: text,
  WEB_PUSH_PUBLIC_KEY: text, WEB_PUSH_PRIVATE_KEY: text, WEB_PUSH_CONTACT: text,
  S3_ENDPOINT: z.preprocess(empty, z.url().optional()), S3_REGION: text, S3_BUCKET: text,
  S3_ACCESS_KEY_ID: text, S3_SECRET_ACCESS_KEY: text, S3_FORCE_PATH_STYLE: flag,
  // Checked by modules/identity/providers/settings.ts, which knows what each provider needs.
  FRANCECONNECT_ISSUER: text, FRANCECONNECT_CLIENT_ID: text, FRANCECONNECT_CLIENT_SECRET: text, FRANCECONNECT_PRIVATE_KEY: text, FRANCECONNECT_ACR: text,
  PROCONNECT_ISSUER: text, PROCONNECT_CLIENT_ID: text, PROCONNECT_CLIENT_SECRET: text, PROCONNECT_ACR: text, PROCONNECT_EMAIL_DOMAINS: text,
  OIDC_PROVIDERS: text,
})

export type Config = z.output<typeof schema> & { origin: string; demonstration: boolean; LOG_LEVEL: string }

/** The settings are wrong: the message has one line for each, in words. */
export class ConfigError extends Error { override readonly name = 'ConfigError' }

const needed = (config: z.output<typeof schema>): string[] => [
  ...config.SMTP_URL ? [] : ['SMTP_URL is missing: people sign in by e-mail, give the address of a mail server, as smtp://host:587.'],
  ...config.MAIL_FROM ? [] : ['MAIL_FROM is missing: give the address that mails come from.'],
  ...config.SILLAGE_ORIGIN ? [] : ['SILLAGE_ORIGIN is missing: give the public address of the service, as https://sillage.example.fr.'],
]

/**
 * Reads the settings once, at the start. Outside the demonstration nothing that protects people has a default.
 * @throws ConfigError that names every wrong variable, never its value: it may be a secret.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = schema.safeParse(env)
  if (!parsed.success) {
    throw new ConfigError(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}.`).join('\n'))
  }
  const config = parsed.data
  const demonstration = config.SILLAGE_DEMONSTRATION ?? false
  const s3 = [config.S3_BUCKET, config.S3_ACCESS_KEY_ID, config.S3_SECRET_ACCESS_KEY]
  const wrong = [
    ...demonstration ? [] : needed(config),
    ...s3.some(Boolean) && !s3.every(Boolean) ? ['S3_BUCKET, S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY go together: give the three, or none.'] : [],
  ]
  if (wrong.length) throw new ConfigError(wrong.join('\n'))
  // Who tries the demonstration reads the terminal: only what goes wrong is said there.
  const LOG_LEVEL = config.LOG_LEVEL ?? (demonstration ? 'warn' : 'info')
  return { ...config, demonstration, LOG_LEVEL, origin: new URL(config.SILLAGE_ORIGIN ?? `http://localhost:${config.PORT}`).origin }
}
