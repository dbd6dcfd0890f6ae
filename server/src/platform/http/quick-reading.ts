import { TransformationType } from 'class-transformer';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage';
import { getMetadataStorage, type ValidatorConstraintInterface } from 'class-validator';

/**
 * Reads what is right without asking the libraries what is wrong with it.
 *
 * class-transformer and class-validator look their decorators up anew for every field of every request, and copy the whole
 * body; for a visit that was a quarter of the server's work. Here the rules that the same decorators noted are taken once
 * and run. Whatever is not plainly right is left to the libraries: they alone refuse, and say why. So nothing passes here
 * that they would refuse (server/test/unit/http tries).
 */

type Class = new () => object;
type Values = Record<string, unknown>;

interface Rule {
  constraint: ValidatorConstraintInterface;
  constraints: unknown[];
  /** For each item of a list. */
  each: boolean;
}

interface Field {
  optional: boolean;
  nested: (() => Class) | null;
  transforms: ((value: unknown, whole: Values) => unknown)[];
  rules: Rule[];
}

type Shape = ReadonlyMap<string, Field>;

/** Of objects whose shape is checked elsewhere, like a form's answers. Refusing deeper ones is the libraries' business. */
const MOST_DEPTH = 16;

/** @returns an instance as the libraries would make it, or null: ask them */
export function readQuickly(type: unknown, value: unknown): object | null {
  return typeof type === 'function' ? read(type as Class, value) : null;
}

function read(type: Class, value: unknown): object | null {
  const shape = shapeOf(type);
  if (!shape || typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return null;
  const given = value as Values;
  const instance = new type() as Values;
  for (const key of Object.keys(given)) {
    const field = shape.get(key);
    const part = field && readPart(field, given[key]);
    if (!field || part === UNREAD) return null;
    instance[key] = field.transforms.reduce((before, transform) => transform(before, given), part);
  }
  for (const [property, field] of shape) if (!isRight(instance, property, field)) return null;
  return instance;
}

const UNREAD = Symbol('unread');

function readPart({ nested }: Field, value: unknown): unknown {
  if (!nested) return isPlain(value, MOST_DEPTH) ? value : UNREAD;
  if (value === null || value === undefined) return value;
  if (!Array.isArray(value)) return read(nested(), value) ?? UNREAD;
  const items = value.map((item) => read(nested(), item));
  return items.includes(null) ? UNREAD : items;
}

/** JSON and not too deep. The names are those that class-transformer treats in its own way. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (depth === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.entries(value).every(
    ([key, part]) => key !== '__proto__' && key !== 'constructor' && key !== 'then' && isPlain(part, depth - 1),
  );
}

function isRight(instance: Values, property: string, { optional, rules }: Field): boolean {
  const value = instance[property];
  if (optional && (value === null || value === undefined)) return true;
  return rules.every(({ constraint, constraints, each }) => {
    const about = { targetName: '', property, object: instance, value, constraints };
    if (!each || !Array.isArray(value)) return constraint.validate(value, about) === true;
    return value.every((item) => constraint.validate(item, about) === true);
  });
}

const shapes = new WeakMap<Class, { shape: Shape | null }>();

function shapeOf(type: Class): Shape | null {
  const known = shapes.get(type);
  if (known) return known.shape;
  const shape = readDecorators(type);
  shapes.set(type, { shape });
  return shape;
}

/** Null for a class without rules, and for one that uses more than is understood here. */
function readDecorators(type: Class): Shape | null {
  const rules = rulesOf(type);
  if (!rules || rules.fields.size === 0 || isRenamed(type)) return null;
  for (const [property, field] of rules.fields) {
    const nested = defaultMetadataStorage.findTypeMetadata(type, property)?.typeFunction ?? null;
    if ((nested !== null) !== rules.nested.has(property)) return null;
    const transforms = defaultMetadataStorage.findTransformMetadatas(type, property, TransformationType.PLAIN_TO_CLASS);
    if (transforms.some(({ options }) => Object.keys(options ?? {}).length > 0)) return null;
    field.nested = nested;
    field.transforms = transforms.map((noted) => (value, obj) => noted.transformFn({ value, key: property, obj }));
  }
  return rules.fields;
}

function rulesOf(type: Class): { fields: Map<string, Field>; nested: Set<string> } | null {
  const storage = getMetadataStorage();
  const fields = new Map<string, Field>();
  const nested = new Set<string>();
  for (const noted of storage.getTargetValidationMetadatas(type, '', false, false)) {
    if ((noted.groups?.length ?? 0) > 0 || noted.validateIf) return null;
    const { propertyName, constraints = [], each } = noted;
    const field = fields.get(propertyName) ?? { optional: false, nested: null, transforms: [], rules: [] };
    fields.set(propertyName, field);
    if (noted.type === 'conditionalValidation' && noted.name === 'isOptional') field.optional = true;
    else if (noted.type === 'nestedValidation') nested.add(propertyName);
    else if (noted.type === 'customValidation' || noted.type === 'isDefined') {
      const made = storage.getTargetValidatorConstraints(noted.constraintCls);
      if (made.some((constraint) => constraint.async)) return null;
      field.rules.push(...made.map(({ instance }) => ({ constraint: instance, constraints, each })));
    } else return null;
  }
  return { fields, nested };
}

function isRenamed(type: Class): boolean {
  const { length: exposed } = defaultMetadataStorage.getExposedMetadatas(type);
  const { length: excluded } = defaultMetadataStorage.getExcludedMetadatas(type);
  return exposed + excluded > 0;
}
