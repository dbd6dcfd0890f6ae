import { getMetadataStorage, IsInt, IsString, validateSync } from 'class-validator';

import { rememberRules } from '../../../src/platform/http/rules-of-classes';

class Page {
  @IsInt({ message: '页数' })
  limit: unknown;
}

class Search extends Page {
  @IsString({ message: '姓名' })
  name: unknown;
}

/** Not with the storage of the whole program, of which other tests in this process know nothing. */
function remembering() {
  const { getTargetValidationMetadatas: lookUp } = getMetadataStorage();
  const asked: unknown[] = [];
  const storage = {
    getTargetValidationMetadatas: (...question: Parameters<typeof lookUp>) => {
      asked.push(question[0]);
      return lookUp.apply(getMetadataStorage(), question);
    },
  };
  rememberRules(storage);
  return { storage, asked };
}

const USUAL = ['', false, false, undefined] as unknown as [string, boolean, boolean, undefined];

describe('rules of a class', () => {
  it('are looked up once, those it inherits among them', () => {
    const { storage, asked } = remembering();
    const rulesOf = (target: typeof Page) => storage.getTargetValidationMetadatas(target, ...USUAL);
    const [first, again, base] = [rulesOf(Search), rulesOf(Search), rulesOf(Page)];
    expect(first.map(({ propertyName }) => propertyName).sort()).toEqual(['limit', 'name']);
    expect(again).toEqual(first);
    expect(base.map(({ propertyName }) => propertyName)).toEqual(['limit']);
    expect(asked).toEqual([Search, Page]);
  });

  it('are looked up anew when only those of a group are asked for', () => {
    const { storage, asked } = remembering();
    storage.getTargetValidationMetadatas(Page, '', false, false, undefined);
    expect(storage.getTargetValidationMetadatas(Page, '', false, false, ['group'])).toEqual([]);
    expect(storage.getTargetValidationMetadatas(Page, '', false, false, undefined)).toHaveLength(1);
    expect(asked).toEqual([Page, Page]);
  });

  it('are kept once, however many servers ask for it', () => {
    const { storage } = remembering();
    const remembered = storage.getTargetValidationMetadatas;
    rememberRules(storage);
    expect(storage.getTargetValidationMetadatas).toBe(remembered);
  });

  it('check an object as they did before', () => {
    rememberRules(getMetadataStorage());
    const wrong = Object.assign(new Search(), { limit: 'many', name: 3 });
    for (let turn = 0; turn < 2; turn += 1) {
      expect(
        validateSync(wrong)
          .map(({ property }) => property)
          .sort(),
      ).toEqual(['limit', 'name']);
      expect(validateSync(Object.assign(new Search(), { limit: 1, name: '孙' }))).toEqual([]);
    }
  });
});
