import { Alert } from '#design/Alert.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './fr.ts'

interface ReadingProps {
  form: FormRules
  one: {
    id: string, version: number, syntax: string | null, encoding: string | null, separator: string | null, isEncodingSure: boolean | null, format: string | null,
    heading: string[], mapping: string[], examples: string[][],
  }
}

const mappable = ({ heading, mapping, examples }: ReadingProps['one']) =>
  heading.map((name, at) => ({ name, at, field: mapping[at] ?? 'ignore', examples: examples.map((cells) => cells[at] ?? '').filter(Boolean) }))

type Column = ReturnType<typeof mappable>[number]
const said = fr.import
const { identifier: _, ...choices } = fr.fields
const columns = {
  [said.columns.heading]: ({ name }: Column) => name,
  [said.columns.examples]: ({ examples }: Column) => examples.join(', '),
  [said.columns.field]: ({ name, at, field }: Column) =>
    <SelectField name="mapping" id={`mapping-${at}`} label={said.fieldOf(name)} labelHidden choices={choices} defaultValue={field} empty={false} />,
}

/** How the file was read, with what each column holds, to be corrected where the guess was wrong. */
export function Reading({ form, one }: ReadingProps) {
  return (
    <Section title={said.reading} lead={<>{one.format && said.format(fr.formats[one.format] ?? one.format)} {said.readingLead}</>}>
      {one.isEncodingSure === false && <Alert kind="warning">{said.doubt}</Alert>}
      <CommandForm form={form} submit={said.readAgain} priority="secondary" fixed={{ importId: one.id, _version: one.version }}
        values={{ encoding: one.encoding ?? '', separator: one.separator ?? '' }}>
        {(field) => <>
          <SelectField {...field('encoding')} label={said.encoding} choices={fr.encodings} empty={false} />
          {one.syntax !== 'csv' ? <input type="hidden" name="separator" value={one.separator ?? ','} />
            : <SelectField {...field('separator')} label={said.separator} choices={fr.separators} empty={false} />}
          {one.heading.length > 0 && <Table rows={mappable(one)} caption={said.columnsTable} captionHidden rowKey={({ at }) => String(at)} empty="" columns={columns} />}
        </>}
      </CommandForm>
    </Section>
  )
}
