/**
 * Where the id of an account, or of a person, that became another may still stand: what happened then. Everything else names
 * the receiving side. Written down apart from the code, so that a new table cannot be forgotten.
 */
export const KEPT_AFTER_MERGES: ReadonlySet<string> = new Set([
  // The account, party and person themselves, and the record of the merge.
  'account.id', 'account.merged_into_id', 'account.party_id', 'app_user.account_id', 'app_user.id', 'party.id', 'party.merged_into_id', 'merge.from_id', 'merge.takeover', 'merge.touches', 'suspension.id',
  // What was told, taken effect of and answered then.
  'outbox_message.account_id', 'outbox_message.aggregate_id', 'outbox_message.payload', 'outbox_message.actor_id', 'inbox_cursor.aggregate_id', 'idempotency_key.account_id', 'idempotency_key.answer',
  'webhook_delivery.account_id', 'webhook_delivery.body', 'webhook_delivery.aggregate_id',
  // Attempts to order that are over.
  'checkout.account_id', 'checkout.owner_id', 'checkout.confirmation', 'checkout.facts', 'checkout.input', 'checkout.id',
  // What was told of it to others, and what happened in deals.
  'transfer.message', 'hand_over.message', 'notification_text.updated_by_id', 'timeline_entry.actor_id', 'timeline_entry.changes',
  // Who did something: they did it as who they were.
  'cart.updated_by_id', 'cart_line.added_by_id', 'cart_line.changed_by_id', 'cart_member.invited_by_id', 'cart_member.updated_by_id', 'cart_member.user_id', 'cart_member.email', 'cart_attachment.uploaded_by_id', 'shopping_list.updated_by_id',
  'quote.updated_by_id', 'quote_audit.actor_id', 'quote_note.author_id', 'quote_revision.actor_id', 'quote_revision.content', 'quote_member.invited_by_id', 'quote_member.updated_by_id', 'quote_member.user_id', 'quote_attachment.uploaded_by_id', 'cart_mirror.ordered_by_id',
  'sales_return.updated_by_id', 'terms_acceptance.accepted_by_id', 'approval_decision.user_id', 'approval.confirmation', 'invitation.invited_by', 'order_edit.staged_by_id', 'order_hold.placed_by_id', 'order_hold.released_by_id',
]);
