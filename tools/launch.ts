// What `npm start` runs on a recent Node, once the packages are there.
import { launch } from './launch-sequence.ts'
import { steps } from './steps.ts'

await launch(steps)
