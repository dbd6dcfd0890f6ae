import { getMetadataStorage } from 'class-validator';

type Lookup = ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas'];
type Rules = ReturnType<Lookup>;

/** Set on a storage that remembers already: several servers may be made in one process. */
const REMEMBERS = Symbol('remembers');

/**
 * class-validator goes through all classes of the program for every object it checks, to learn which of them the object's
 * class inherits from. That never changes once a class is there, so each is looked up once.
 */
export function rememberRules(storage: { getTargetValidationMetadatas: Lookup; [REMEMBERS]?: true }): void {
  if (storage[REMEMBERS]) return;
  storage[REMEMBERS] = true;
  const known = new WeakMap<object, Rules>();
  const lookUp = storage.getTargetValidationMetadatas.bind(storage);
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    const asUsual = typeof target === 'function' && !schema && !always && !strictGroups && !groups?.length;
    const rules = (asUsual && known.get(target)) || lookUp(target, schema, always, strictGroups, groups);
    if (asUsual) known.set(target, rules);
    return rules;
  };
}
