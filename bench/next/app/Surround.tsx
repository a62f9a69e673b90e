'use client'
import type { ReactNode } from 'react'
import { Layout } from '#design/Layout.tsx'
import { Hydrated, Link } from '#design/Link.tsx'
import { Notice } from '#design/Notice.tsx'
import { fr } from '#apps/portal/fr.ts'
import { urls as bases } from '#modules/bases/web/routes.ts'
import { urls as identity } from '#modules/identity/web/routes.ts'

/** The frame of every page, as apps/portal/root.tsx composes it for a visitor of the demonstration. */
export function Surround({ site, navigation, children }: { site: any, navigation: any[], children: ReactNode }) {
  return (
    <Layout site={site} navigation={navigation} search={{ action: bases.resources(), label: fr.searchLabel, name: 'text' }}
      quickLinks={[{ label: fr.signIn, href: identity.signIn(bases.resources()), icon: 'fr-icon-account-circle-line' }]}
      notices={<Notice title={fr.demonstration}><Link href="/demonstration">{fr.demonstrationLinks.people}</Link>{' · '}
        <Link href="/demonstration/courrier">{fr.demonstrationLinks.mail}</Link></Notice>}>
      <Hydrated value={true}>{children}</Hydrated>
    </Layout>
  )
}
