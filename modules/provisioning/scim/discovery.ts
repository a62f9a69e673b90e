import { urn } from './urn.ts'

export const MOST_OPERATIONS = 1000
export const MOST_BYTES = 1_048_576
export const MOST_RESULTS = 200

/** What this provider of SCIM does (RFC 7643 §5). */
export const serviceProviderConfig = (base: string) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
  patch: { supported: true }, bulk: { supported: true, maxOperations: MOST_OPERATIONS, maxPayloadSize: MOST_BYTES },
  filter: { supported: true, maxResults: MOST_RESULTS }, changePassword: { supported: false }, sort: { supported: false }, etag: { supported: true },
  authenticationSchemes: [{
    type: 'oauthbearertoken', name: 'OAuth Bearer Token', description: 'Access token of an API client of the organisation, with the scope provisioning:write (RFC 6750)',
    primary: true,
  }],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
})

const typeOf = (base: string, name: 'User' | 'Group') => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'], id: name, name, endpoint: `/${name}s`,
  schema: name === 'User' ? urn.user : urn.group, ...name === 'User' && { schemaExtensions: [{ schema: urn.enterprise, required: false }] },
  meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
})

/** Types of resources (RFC 7643 §6). */
export const resourceTypes = (base: string) => [typeOf(base, 'User'), typeOf(base, 'Group')]

interface Told { type?: string; required?: boolean; multiValued?: boolean; exact?: boolean; mutability?: string; uniqueness?: string; subAttributes?: object[] }
const attribute = (name: string, { type = 'string', required = false, multiValued = false, exact = false, mutability = 'readWrite', uniqueness = 'none', subAttributes }: Told = {}) => ({
  name, type, multiValued, required, caseExact: exact, mutability, returned: 'default', uniqueness, ...subAttributes && { subAttributes },
})
const several = (name: string, more: Told = {}) => attribute(name, {
  type: 'complex', multiValued: true,
  subAttributes: [attribute('value'), attribute('type'), attribute('primary', { type: 'boolean' }), attribute('display')], ...more,
})
const reference = [attribute('value', { exact: true }), attribute('display', { mutability: 'readOnly' }), attribute('type')]

const described = (base: string, id: string, name: string, attributes: object[]) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Schema'], id, name, attributes, meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
})

/** The attributes that are kept, of those that RFC 7643 §4 defines: others are ignored. */
export const schemas = (base: string) => [
  described(base, urn.user, 'User', [
    attribute('userName', { required: true, uniqueness: 'server' }), attribute('externalId', { exact: true }),
    attribute('name', { type: 'complex', subAttributes: ['formatted', 'familyName', 'givenName'].map((name) => attribute(name)) }),
    ...['displayName', 'title', 'userType', 'preferredLanguage'].map((name) => attribute(name)), attribute('active', { type: 'boolean' }),
    several('emails'), several('roles'), several('groups', { mutability: 'readOnly', subAttributes: reference }),
  ]),
  described(base, urn.group, 'Group', [
    attribute('displayName', { required: true, uniqueness: 'server' }), attribute('externalId', { exact: true }), several('members', { subAttributes: reference }),
  ]),
  described(base, urn.enterprise, 'EnterpriseUser', [
    ...['employeeNumber', 'department', 'organization', 'division'].map((name) => attribute(name)),
    attribute('manager', { type: 'complex', subAttributes: [attribute('value'), attribute('displayName', { mutability: 'readOnly' })] }),
  ]),
]
