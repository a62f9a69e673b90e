import { findResources } from '../../data.ts'
import { Resources } from '../Everything.tsx'

export const dynamic = 'force-dynamic'

export default async function Page({ searchParams }: { searchParams: Promise<{ baseId?: string }> }) {
  const { baseId } = await searchParams
  return <Resources answer={await findResources(baseId)} baseId={baseId} />
}
