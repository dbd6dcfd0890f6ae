import { Injectable } from '@nestjs/common';
import type { FormDefinition } from '@tanfang/shared';

import { canonicalJson, sha256 } from '../../platform/crypto';
import { Problem } from '../../platform/problems/problem';
import { formDefinition } from '../../policy';

export interface Form {
  definition: FormDefinition;
  /** SHA-256 (64 hex) of the definition as JSON with sorted keys. */
  hash: string;
}

/** The forms of all packs with their hashes, by which phones know whether what they keep is still right. */
@Injectable()
export class Forms {
  private readonly known = new Map<string, Form>();

  /** @throws Problem `form.unknown` */
  get(id: string, version: number): Form {
    const key = `${id} ${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const definition = formDefinition(id, version);
    if (!definition) throw new Problem('form.unknown');
    const form = { definition, hash: sha256(canonicalJson(definition)) };
    this.known.set(key, form);
    return form;
  }
}
