import type { LoaderFunctionArgs } from 'react-router'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { portalCall } from '../portal-call.ts'
import { fr } from './fr.ts'

interface Described {
  operationId: string
  tags: string[]
  'x-allow': string
  'x-kind': string
  parameters: { name: string, in: string, required: boolean }[]
  requestBody?: { content: { 'application/json': { schema: { properties: Record<string, unknown>, required: string[] } } } }
}

/** The OpenAPI document of the running service, read for people: the page and the file cannot disagree. */
export const loader = async ({ context }: LoaderFunctionArgs) => {
  const document = context.get(portalCall).openApi as { tags: { name: string }[], paths: Record<string, Record<string, Described>> }
  const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => {
    const body = one.requestBody?.content['application/json'].schema
    const fields = Object.keys(body?.properties ?? {}).map((name) => ({ name, in: 'body', required: body!.required.includes(name) }))
    return {
      path, method: method.toUpperCase(), name: one.operationId, module: one.tags[0]!, allow: one['x-allow'],
      fields: [...one.parameters, ...fields].map(({ name, in: place, required }) => ({ name, place, required })),
    }
  }))
  return { groups: document.tags.map(({ name }) => ({ name, operations: operations.filter((one) => one.module === name) })) }
}

export const handle = { isPublic: true }

export default function ApiPage() {
  const { groups } = useAnswer<typeof loader>()
  return (
    <Page title={fr.api.title} lead={fr.api.lead}>
      <p>{fr.api.document} <a href="/api/openapi.json">/api/openapi.json</a></p>
      {groups.map(({ name, operations }) => (
        <Section key={name} title={fr.api.group(name)}>
          {operations.map((one) => (
            <details key={one.name} className="sl-details" id={one.name}>
              <summary><code>{one.method} {one.path}</code></summary>
              <p>{fr.api.name} <code>{one.name}</code>. {fr.api.allow} <em lang="en">{one.allow}</em>.</p>
              {one.fields.length > 0 && (
                <ul>{one.fields.map((field) => (
                  <li key={field.name}><code>{field.name}</code> {fr.api.places[field.place]} {field.required && <em>({fr.api.required})</em>}</li>
                ))}</ul>
              )}
            </details>
          ))}
        </Section>
      ))}
    </Page>
  )
}
