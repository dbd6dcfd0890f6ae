/**
 * The module that lists the policy packs.
 * @param {string[]} folders their names, which are the packs' ids
 * @returns {string} source of server/src/policy/packs.ts
 */
export function placesModule(folders) {
  const places = folders
    .toSorted()
    .map((id) => ({ id, name: id.replace(/-(.)/g, (_, letter) => letter.toUpperCase()) }));
  return `// Written by scripts/generate.mjs: one line for each folder of packs.
import type { PolicyPack } from './engine/pack';
${places.map(({ id, name }) => `import { pack as ${name} } from './packs/${id}/pack';`).join('\n')}

/** Every place the product knows. */
export const packs: readonly PolicyPack[] = [${places.map(({ name }) => name).join(', ')}];
`;
}
