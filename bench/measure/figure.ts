/** A figure beside its target. Sets the exit code when the target is missed, so that a run says by itself how it ended. */
export const figure = ({ name, value, target, shown, detail = '' }: {
  name: string, value: number, target?: { least: number } | { most: number }, shown: (value: number) => string, detail?: string
}): void => {
  const met = !target || ('least' in target ? value >= target.least : value <= target.most)
  const aim = !target ? '' : 'least' in target ? `target ≥ ${shown(target.least)}` : `target ≤ ${shown(target.most)}`
  if (!met) process.exitCode = 1
  console.log(`${target ? met ? 'PASS' : 'FAIL' : '    '}  ${name.padEnd(46)} ${shown(value).padStart(9)}  ${aim.padEnd(18)}  ${detail}`)
}

export const percent = (value: number): string => `${(value * 100).toFixed(0)} %`
export const times = (value: number): string => `${value.toFixed(2)} ×`
