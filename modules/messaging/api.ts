export { unreadConversations } from './policy.ts'
