import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const real = { SMTP_URL: 'smtp://mail:587', MAIL_FROM: 'sillage@exemple.fr', SILLAGE_ORIGIN: 'https://sillage.exemple.fr' }

test('outside the demonstration, what protects people has no default', () => {
  expect(() => readConfig({})).toThrow(/SMTP_URL is missing[\s\S]*MAIL_FROM is missing[\s\S]*SILLAGE_ORIGIN is missing/)
  expect(readConfig(real)).toMatchObject({ origin: 'https://sillage.exemple.fr', demonstration: false, SILLAGE_THEME: 'neutral' })
  expect(readConfig({ SILLAGE_DEMONSTRATION: '1', PORT: '4000' })).toMatchObject({ origin: 'http://localhost:4000', demonstration: true })
})

test('every wrong variable is named, never its value', () => {
  const read = () => readConfig({ ...real, PORT: 'secret-a', DATABASE_URL: 'mysql://secret-b', SILLAGE_THEME: 'secret-c', S3_BUCKET: 'files' })
  expect(read).toThrow(ConfigError)
  expect(read).toThrow(/PORT[\s\S]*SILLAGE_THEME[\s\S]*DATABASE_URL/)
  expect(read).not.toThrow(/secret/)
  expect(() => readConfig({ ...real, S3_BUCKET: 'files' })).toThrow(/go together/)
})

test('links of the footer are read, and refused when they could hurt', () => {
  expect(readConfig({ ...real, SILLAGE_FOOTER_LINKS: 'Contact=/contact; Ville=https://ville.example' }).SILLAGE_FOOTER_LINKS)
    .toEqual([{ label: 'Contact', href: '/contact' }, { label: 'Ville', href: 'https://ville.example' }])
  for (const link of ['Clic=javascript:alert(1)', 'Ailleurs=//evil.example', '=https://a.b']) expect(() => readConfig({ ...real, SILLAGE_FOOTER_LINKS: link })).toThrow(ConfigError)
})
