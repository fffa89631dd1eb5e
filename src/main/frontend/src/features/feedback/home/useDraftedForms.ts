import { responseDraft } from '@/features/feedback/group/responseDraft';
import { useDrafts } from '@/lib/useDraft';
import type { GroupProgress } from './groupProgress';

/** Marks the forms for which this browser keeps a draft. */
export function useDraftedForms<Group extends GroupProgress>(groups: Group[]): Group[] {
  const open = groups.flatMap(({ forms }) => forms.filter(({ submitted }) => !submitted));
  const texts = useDrafts(open.map(({ id }) => responseDraft(id)));
  const drafted = new Set(open.filter((_, index) => texts[index] !== '').map(({ id }) => id));
  return groups.map((group) => ({
    ...group,
    forms: group.forms.map((form) => ({ ...form, drafted: drafted.has(form.id) })),
  }));
}
