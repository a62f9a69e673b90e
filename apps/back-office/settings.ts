import { z } from 'zod'
import { ConfigError, type Config } from '#kernel/config.ts'
import { DEMONSTRATION_KEY, keysOf, type StaffConfiguration } from '#modules/staff/api.ts'

export interface BackOfficeSettings extends StaffConfiguration {
  host: string
  port: number
  /** Addresses and networks that may reach it. */
  allow: readonly string[]
}

/** Addresses and networks, as 192.0.2.7 or 2001:db8::/32, separated by commas. */
const networks = z.string().transform((text) => text.split(',').map((one) => one.trim()).filter(Boolean))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], 'must hold addresses or networks, as 192.0.2.7,2001:db8::/32')))

const schema = z.object({
  BACK_OFFICE_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  BACK_OFFICE_ALLOW: networks.default(['127.0.0.0/8', '::1']),
  BACK_OFFICE_KEY: z.string().regex(/^[\w+/-]{43}=?(,\s*[\w+/-]{43}=?)*$/, 'must be 32 bytes in base64, as `openssl rand -base64 32` makes them').optional(),
})

/**
 * Where the back office is, who may reach it and what it encrypts with; none where nothing configures it, and then none is started. The
 * demonstration has one, with a key that is no secret.
 * @throws ConfigError that names what is wrong, never its value.
 */
export const backOfficeOf = (config: Config): BackOfficeSettings | undefined => {
  const parsed = schema.safeParse(config)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}.`).join('\n'))
  const { BACK_OFFICE_ORIGIN: origin, BACK_OFFICE_ALLOW: allow, BACK_OFFICE_KEY: key } = parsed.data
  if (!config.demonstration && (origin === undefined) !== (key === undefined)) {
    throw new ConfigError('BACK_OFFICE_ORIGIN and BACK_OFFICE_KEY go together: give both, or none.')
  }
  if (!config.demonstration && origin === undefined) return undefined
  if (config.SILLAGE_TRUST_PROXY === 'true') {
    throw new ConfigError('SILLAGE_TRUST_PROXY is true: name the addresses of the proxies, or anyone could give themselves an address that the back office admits.')
  }
  const port = config.BACK_OFFICE_PORT ?? (config.PORT === 0 ? 0 : config.PORT + 1)
  return {
    host: config.BACK_OFFICE_HOST, port, allow, name: config.SILLAGE_NAME, keys: keysOf(key ?? DEMONSTRATION_KEY),
    origin: new URL(origin ?? `http://localhost:${port}`).origin,
  }
}
