import { m } from '#base/text.ts';
import type { InformationField } from '../schema.ts';

/** What each piece of information is called, and what it is to say, in the reader's language. */
export function informationWords(): Record<InformationField, { label: string; hint: string }> {
  return {
    purpose: { label: m.rounds_info_purpose(), hint: m.rounds_info_purpose_hint() },
    legalBasis: { label: m.rounds_info_legal_basis(), hint: m.rounds_info_legal_basis_hint() },
    contact: { label: m.rounds_info_contact(), hint: m.rounds_info_contact_hint() },
    recipients: { label: m.rounds_info_recipients(), hint: m.rounds_info_recipients_hint() },
    retention: { label: m.rounds_info_retention(), hint: m.rounds_info_retention_hint() },
    categories: { label: m.rounds_info_categories(), hint: m.rounds_info_categories_hint() },
  };
}
