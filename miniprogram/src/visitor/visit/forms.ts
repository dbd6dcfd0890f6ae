import type { FormDefinition } from '@tanfang/shared';
import { api } from '@/api';
import { outOfReach } from '@/offline';
import { storage } from '@/platform';
import type { ElderCard } from './draft';

export type FormRef = ElderCard['form'];

interface KeptForm {
  hash: string;
  definition: FormDefinition;
}

const keyOf = ({ id, version }: FormRef) => `form.${id}.${version}`;

/**
 * A form by id and version. One whose hash is still right is taken from the phone without asking; without a network an
 * older text of the same version serves, since its questions are the same. Forms hold nothing about anybody.
 */
export async function loadForm(ref: FormRef): Promise<FormDefinition> {
  const kept = storage.read<KeptForm>(keyOf(ref));
  if (kept?.hash === ref.hash) return kept.definition;
  try {
    const path = { formId: ref.id, version: ref.version };
    const { definition, hash } = await api.get('/api/forms/{formId}/{version}', { path });
    storage.write(keyOf(ref), { hash, definition });
    return definition as unknown as FormDefinition;
  } catch (error) {
    if (!kept || !outOfReach(error)) throw error;
    return kept.definition;
  }
}

/** Whether a form, in whichever text of its version, opens without a network. */
export function isFormKept(ref: FormRef): boolean {
  return storage.read<KeptForm>(keyOf(ref)) !== null;
}
