import { useSearchParams } from 'react-router'
import { Alert } from '#design/Alert.tsx'
import { fr } from './fr.ts'

/** Why one is here again, when the address says it: a form that sets a cookie answers by a redirection. */
export function Reason({ name = 'raison' }: { name?: string }) {
  const [query] = useSearchParams()
  const sentence = fr.reasons[query.get(name) ?? '']
  return sentence ? <Alert kind="warning"><p role="alert">{sentence}</p></Alert> : null
}
