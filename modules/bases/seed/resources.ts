import type { Input } from '#kernel/operation/operation.ts'
import { acceptInvitation } from '../operations/accept-invitation.ts'
import { addContent } from '../operations/add-content.ts'
import { createResource } from '../operations/create-resource.ts'
import { inviteContributor } from '../operations/invite-contributor.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { setResourceImage } from '../operations/set-resource-image.ts'
import { setResourceIndexation } from '../operations/set-resource-indexation.ts'
import { setResourceLicence } from '../operations/set-resource-licence.ts'
import { setResourceVisibility } from '../operations/set-resource-visibility.ts'
import type { SeedContent, Seeding, SeedResource } from '../seed.ts'

/** A picture costs a drawing and four sizes: this many resources at once keep the processors busy and no more. */
const AT_ONCE = 4

/** Contents that point at other resources come last, once these are published; until then their place is kept by the order. */
const written = (contents: readonly SeedContent[]) => contents.filter(({ type }) => type !== 'linked_resource')

type Added = Omit<Input<typeof addContent>, 'resourceId'>

const contentOf = async ({ world, send, resources }: Seeding, { author, key }: SeedResource, content: SeedContent): Promise<Added> => {
  if (content.type === 'image') {
    const { drawing, alt, title, caption } = content
    return { type: 'image', alt, title, caption,
      fileId: await send(author, `${drawing}.png`, await world.picture(drawing, `${key} ${alt}`)) }
  }
  if (content.type === 'file') {
    const { name, bytes } = world.file(content.file)
    return { type: 'file', title: content.title, caption: content.caption, fileId: await send(author, name, bytes) }
  }
  return content.type === 'linked_resource'
    ? { type: 'linked_resource', linkedResourceId: resources.get(content.resource)!, caption: content.caption } : content
}

const write = async (seed: Seeding, resource: SeedResource) => {
  const { author, themes, supportTypes, audiences, licence } = resource
  const { resourceId } = await seed.run(author, createResource, {
    title: resource.title, description: resource.description, baseId: resource.base ? seed.bases.get(resource.base)! : null,
  })
  seed.resources.set(resource.key, resourceId)
  const picture = await seed.send(author, `${resource.drawing}.png`, await seed.world.picture(resource.drawing, resource.key))
  await seed.run(author, setResourceImage, { resourceId, version: 0, fileId: picture, alt: '' })
  await seed.run(author, setResourceIndexation, { resourceId, version: 0, themes, supportTypes, audiences })
  if (licence !== 'no_licence') await seed.run(author, setResourceLicence, { resourceId, version: 0, licence })
  for (const content of written(resource.contents)) await seed.run(author, addContent,
    { resourceId, ...await contentOf(seed, resource, content) })
  for (const key of resource.contributors ?? []) {
    const { invitationId } = await seed.run(author, inviteContributor, { resourceId, personId: seed.person(key) })
    await seed.run(key, acceptInvitation, { invitationId })
  }
  if (resource.state === 'private') await seed.run(author, setResourceVisibility, { resourceId, isPublic: false })
  if (resource.state !== 'draft') await seed.run(author, publishResource, { resourceId })
}

const link = async (seed: Seeding, resource: SeedResource) => {
  const resourceId = seed.resources.get(resource.key)!
  const links = resource.contents.flatMap((content, position) => content.type === 'linked_resource' ? [{ content, position }] : [])
  if (links.length === 0) return
  for (const { content, position } of links) {
    await seed.run(resource.author, addContent, { resourceId, position, ...await contentOf(seed, resource, content) })
  }
  if (resource.state !== 'draft') await seed.run(resource.author, publishResource, { resourceId })
}

/** Resources written and published as their authors do, a few at once; then their links to one another. */
export const seedResources = async (seed: Seeding, log: (line: string) => void = () => undefined) => {
  const queue = [...seed.world.resources]
  let done = 0
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await write(seed, next)
      if (++done % 20 === 0) log(`${done} resources of ${seed.world.resources.length}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  for (const resource of seed.world.resources) await link(seed, resource)
}
