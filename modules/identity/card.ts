/**
 * The view that others join. PostgreSQL does not say of a view which columns are never null, so the generated type does not either:
 * `type Tables = DB & { 'identity.card': IdentityCard }`.
 */
export interface IdentityCard {
  id: string
  /** None for a person who was erased, or who has not said it yet. */
  name: string | null
  title: string | null
  portrait_file_id: string | null
  is_public: boolean
  is_erased: boolean
}
