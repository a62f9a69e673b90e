import type { FieldProps } from '#design/field.ts'
import { SelectField } from '#design/SelectField.tsx'
import { departmentChoices, none } from './departments.fr.ts'

/** A department by its name, or none. */
export const DepartmentField = ({ field, label, hint }: { field: FieldProps, label: string, hint?: string }) =>
  <SelectField {...field} required={false} label={label} hint={hint} empty={none} choices={departmentChoices(field.defaultValue)} />
