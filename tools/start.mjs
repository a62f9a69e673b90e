// `npm start`: installs what is missing, then starts Sillage on a Node that runs TypeScript.
import { install, recentNode, root, run } from './install.mjs'

install()
process.exit(await run(recentNode(), [`${root}/tools/launch.ts`, ...process.argv.slice(2)]))
