/** A value that travels with a form without being seen. A list becomes as many fields; what is missing is left out. */
export function Hidden({ name, value }: { name: string, value: string | number | string[] | null | undefined }) {
  const values = value === null || value === undefined ? [] : [value].flat()
  return values.map((one) => <input key={one} type="hidden" name={name} value={one} />)
}
