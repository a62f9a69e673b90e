/**
 * For how many minutes somebody has had an account: people's keys are UUIDs of version 7, made when they come, whose first 48 bits are that
 * instant in milliseconds (RFC 9562 §5.7).
 * @param now an instant, ISO 8601.
 */
export const accountAgeMinutes = (personId: string, now: string): number =>
  (Date.parse(now) - Number.parseInt(personId.replaceAll('-', '').slice(0, 12), 16)) / 60_000
