export { readBearer } from './bearer.ts'
export { audienceOf, configureAccess, type TrustedIssuer } from './settings.ts'
export { trustedIssuersOf } from './trusted-issuers.ts'
export { verifyToken, type Accepted, type Trust } from './verify-token.ts'
