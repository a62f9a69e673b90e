import { aCrowd } from '#modules/live/testing/crowd.ts'
import { openSide } from './sides.ts'
import { openDatabase } from '../signed-in/database.ts'
const database = await openDatabase()
const crowd = await aCrowd(database.owner, 3000)
const o = await openSide('ours', database.url, crowd)
for (let r = 0; r < 20; r++) console.log((await o.broadcast()).toFixed(1))
await o.stop(); await database.stop()
