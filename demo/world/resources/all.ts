import { prose } from '../prose.ts'
import type { Resource } from '../resource.ts'
import { culture } from './culture.ts'
import { environment } from './environment.ts'
import { familiesAndHealth } from './families-and-health.ts'
import { findingHelp } from './finding-help.ts'
import { firstSteps } from './first-steps.ts'
import { inProgress } from './in-progress.ts'
import { procedures } from './procedures.ts'
import { security } from './security.ts'
import { socialWork } from './social-work.ts'
import { society } from './society.ts'
import { townHall } from './town-hall.ts'
import { university } from './university.ts'

export const resources: Resource[] = [
  ...firstSteps, ...findingHelp, ...procedures, ...townHall, ...security, ...environment, ...familiesAndHealth, ...society,
  ...culture, ...socialWork, ...university, ...inProgress,
].map((resource) => ({ ...resource, description: prose(resource.description) }))
