export { unreadConversations } from './policy.ts'
export { configureReplies } from './replies/address.ts'
export { listenToReplies } from './replies/listen.ts'
