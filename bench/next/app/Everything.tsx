'use client'
export { Resources } from './ressources/Resources.tsx'
