export { configureSupervision } from './disk.ts'
