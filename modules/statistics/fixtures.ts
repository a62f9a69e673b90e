import { worldOf } from '#kernel/testing/world.ts'
import { statistics } from './module.ts'

export const world = worldOf(statistics)
