import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './letter.fr.ts'
import { urls } from './routes.ts'

/** Agrees to the letter of the month, or stops it; and shows what it would say. */
export function LetterChoice({ form, agreedAt }: { form: FormRules | false | undefined, agreedAt: string | null }) {
  const { title, lead, agreed, yes, no } = fr.choose
  return (
    <Section title={title} lead={lead}>
      {agreedAt !== null && <p>{agreed(agreedAt)}</p>}
      {form && <CommandForm form={form} inline priority="secondary" fixed={{ agreed: String(agreedAt === null) }} submit={agreedAt === null ? yes : no} />}
      <p className="fr-mt-2w"><Link href={urls.letter()}>{fr.preview.see}</Link></p>
    </Section>
  )
}
