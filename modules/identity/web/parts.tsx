export { ActingBanner } from './ActingBanner.tsx'
